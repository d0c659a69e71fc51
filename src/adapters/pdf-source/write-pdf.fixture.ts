import { deflateSync } from 'node:zlib'

/** The objects of a PDF by number from 1, as a file has them. */
type Objects = readonly (string | Buffer)[]

/** A whole file of these objects. The first is the catalog. */
export function writePdf(objects: Objects, { version = '1.7', trailer = '' } = {}): Buffer {
  const parts: Buffer[] = [Buffer.from(`%PDF-${version}\n%\xe2\xe3\xcf\xd3\n`, 'latin1')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  objects.forEach((object, index) => {
    offsets.push(length)
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')])
    parts.push(part)
    length += part.length
  })
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

export function stream(words: string | Buffer, dictionary = ''): Buffer {
  const body = Buffer.from(words)
  return Buffer.concat([
    Buffer.from(`<< /Length ${body.length} ${dictionary} >>\nstream\n`),
    body,
    Buffer.from('\nendstream'),
  ])
}

export const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
const words = (text: string, x = 72, y = 700) =>
  `BT /F1 14 Tf ${x} ${y} Td (${text}) Tj ET\n0.2 0.4 0.8 rg ${x} ${y - 60} 200 40 re f`

/** One page of words with a blue box under them. `page` adds entries to the page. */
export function onePage(
  page = '/MediaBox [0 0 612 792]',
  content: string | null = words('Agreement {{signature:driver}}'),
): Objects {
  const contents = content === null ? '' : '/Contents 4 0 R'
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${contents} /Resources << /Font << /F1 5 0 R >> >> ${page} >>`,
    stream(content ?? ''),
    font,
  ]
}

/** Several pages with these contents. */
export function manyPages(pages: readonly string[], tree = ''): Objects {
  const first = 4
  const kids = pages.map((_, index) => `${first + index * 2} 0 R`).join(' ')
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} ${tree} >>`,
    font,
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${first + index * 2 + 1} 0 R /Resources << /Font << /F1 3 0 R >> >> ${page} >>`,
      stream(words(`Page ${index + 1} {{initials:driver}}`)),
    ]),
  ]
}

/** A form with a text, a check box and a place for a signature. `form` adds entries to the form. */
export function withForm(form = '', { contents = true, catalog = '' } = {}): Objects {
  const look = stream('0.9 g 0 0 200 20 re f', '/Type /XObject /Subtype /Form /BBox [0 0 200 20]')
  const widget = (rest: string) => `<< /Type /Annot /Subtype /Widget /P 3 0 R /F 4 ${rest} >>`
  return [
    `<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R 7 0 R 8 0 R] ${form} >> ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${contents ? '/Contents 4 0 R' : ''} /MediaBox [0 0 612 792] /Annots [6 0 R 7 0 R 8 0 R] /Resources << /Font << /F1 5 0 R >> >> >>`,
    stream(words('A form')),
    font,
    widget('/FT /Tx /T (full_name) /TU (Full name) /Ff 2 /Rect [72 500 272 520] /AP << /N 9 0 R >>'),
    widget('/FT /Btn /T (agree) /Rect [72 460 92 480] /AS /Off /AP << /N << /Off 9 0 R /Yes 9 0 R >> >>'),
    widget('/FT /Sig /T (sign.here) /Rect [72 400 272 440] /AP << /N 9 0 R >>'),
    look,
  ]
}

/** One page, with more entries in the catalog, and more objects from the sixth on. */
export function withCatalog(catalog: string, ...more: Objects): Objects {
  const [, ...rest] = onePage()
  return [`<< /Type /Catalog /Pages 2 0 R ${catalog} >>`, ...rest, ...more]
}

/** A stream that unpacks to many times its size, several times over. */
export function bomb(megabytes: number): Objects {
  const packed = deflateSync(deflateSync(Buffer.alloc(megabytes * 1_048_576, 0x20), { level: 9 }), { level: 9 })
  const [catalog = '', pages = '', page = ''] = onePage()
  return [catalog, pages, page, stream(packed, '/Filter [/FlateDecode /FlateDecode]'), font]
}
