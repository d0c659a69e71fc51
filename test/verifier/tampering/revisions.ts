import { concat, encodeText } from '../../../verifier/asn1/index.ts'
import { identify } from '../../../verifier/pdf/document.ts'
import { layout } from '../../../verifier/pdf/layout.ts'
import { writeRevision } from '../../../verifier/pdf/revision.ts'
import { dict, name, type PdfObject, type PdfValue, ref, text } from '../../../verifier/pdf/values.ts'
import { write } from '../../../verifier/pdf/write.ts'
import type { Case, Target } from './case.ts'

type Change = (target: Target, next: number) => PdfObject[]

const stream = (number: number, words: string, more: Record<string, PdfValue> = {}): PdfObject => {
  const bytes = encodeText(words)
  return { number, value: dict({ ...more, Length: bytes.length }), stream: bytes }
}
const catalogWith =
  (entries: Record<string, PdfValue>, ...more: PdfObject[]): Change =>
  ({ parts: { state } }) => {
    const { number, generation } = state.before.root
    return [{ number, generation, value: new Map([...state.catalog, ...Object.entries(entries)]) }, ...more]
  }
const at =
  (place: keyof typeof layout, value: PdfValue): Change =>
  (target) => [{ number: target.parts.state.first + layout[place], value }]
const words = 'BT /F1 24 Tf 72 400 Td (EXTRA TERM: pay ten times) Tj ET'
const hidden = dict({ OCGs: [], D: dict({ BaseState: name('OFF'), OFF: [], ON: [] }) })
const script = dict({ S: name('JavaScript'), JS: text('this.getField("a").value = "1"') })

/** The changes that somebody might append to a sealed document, each as a well-formed revision. */
const changes: Readonly<Record<string, Change>> = {
  'page content over the page': ({ parts: { state } }, next) => [
    stream(next, words),
    { number: state.page.number, value: dict({ Type: name('Page'), Contents: ref(next) }) },
  ],
  'an annotation on the page': ({ parts: { state } }, next) => [
    {
      number: next,
      value: dict({ Type: name('Annot'), Subtype: name('FreeText'), Rect: [0, 0, 300, 300], Contents: text('more') }),
    },
    { number: state.first + layout.annotations, value: [...state.annotations, ref(next)] },
  ],
  'annotations taken away': at('annotations', []),
  'another tree of pages': catalogWith({ Pages: ref(1) }),
  'a page less': catalogWith({ Pages: dict({ Type: name('Pages'), Kids: [], Count: 0 }) }),
  'a title': catalogWith({}, { number: 900_001, value: dict({ Title: text('Another title') }) }),
  'other metadata': catalogWith({ Metadata: null }),
  'optional content that is off': catalogWith({ OCProperties: hidden }),
  'optional content that is on in print': catalogWith({
    OCProperties: dict({ OCGs: [], D: dict({ AS: [dict({ Event: name('Print') })] }) }),
  }),
  'a script at opening': catalogWith({ OpenAction: script }),
  'actions of the document': catalogWith({ AA: dict({ WC: script }) }),
  'a jump at opening': catalogWith({ OpenAction: [ref(1), name('Fit')] }),
  'other page labels': catalogWith({ PageLabels: dict({ Nums: [0, dict({ P: text('A') })] }) }),
  'rules taken away': catalogWith({ Perms: null }),
  'no form': catalogWith({ AcroForm: null }),
  'a form that is drawn anew': at('form', dict({ Fields: [], NeedAppearances: true })),
  'a field that leads elsewhere': at('field', dict({ FT: name('Sig'), T: text('Seal'), V: ref(1) })),
  'another signature': at(
    'signature',
    dict({ Type: name('Sig'), SubFilter: name('ETSI.CAdES.detached'), ByteRange: [0, 1, 2, 3], Contents: text('x') }),
  ),
  'other evidence': (target) => [stream(target.parts.state.first + layout.file, '{}', { Type: name('EmbeddedFile') })],
  'another description of the evidence': at('fileSpec', dict({ Type: name('Filespec'), F: text('evidence.json') })),
  'more files': catalogWith({ AF: [ref(1)] }),
  'other names': catalogWith({ Names: dict({ EmbeddedFiles: dict({ Names: [] }) }) }),
  'proofs that are junk': catalogWith({ DSS: ref(900_000) }, stream(900_001, 'junk'), {
    number: 900_000,
    value: dict({ Type: name('DSS'), Certs: [ref(900_001)], CRLs: [] }),
  }),
  'proofs with more entries': catalogWith({ DSS: dict({ Type: name('DSS'), Certs: [], CRLs: [], VRI: dict({}) }) }),
  'answers of a responder among the proofs': catalogWith({
    DSS: dict({ Type: name('DSS'), Certs: [], CRLs: [], OCSPs: [ref(1)] }),
  }),
  'an object stream over the objects of the seal': (target, next) => [
    stream(next, `${target.parts.state.first + layout.file} 0 << >>`, { Type: name('ObjStm'), N: 1, First: 4 }),
  ],
  'a table of references as an object': (_target, next) => [
    stream(next, 'x', { Type: name('XRef'), Size: 1, W: [1, 1, 1], Root: ref(1) }),
  ],
  'empty proofs': catalogWith({ DSS: dict({ Type: name('DSS'), Certs: [], CRLs: [] }) }),
  'an object that nothing leads to': (_target, next) => [stream(next, words)],
  'an object that is nothing': (target) => [{ number: target.parts.state.first + layout.file, value: null }],
  'the same again': catalogWith({}),
  'other tags': catalogWith({
    StructTreeRoot: dict({ Type: name('StructTreeRoot'), K: [] }),
    MarkInfo: dict({ Suspects: true }),
  }),
  'an output intent': catalogWith({ OutputIntents: [] }),
  'a timestamp that is none': (target, next) => [
    {
      number: next,
      value: dict({
        Type: name('DocTimeStamp'),
        SubFilter: name('ETSI.RFC3161'),
        ByteRange: [0, 1, 2, 3],
        Contents: text('x'),
      }),
    },
    { number: target.parts.state.first + layout.form, value: target.parts.state.form },
  ],
}

/** Each kind of change three times: written as our revisions are, as other writers do, and with an old-style table. */
export async function* revisions(target: Target): AsyncGenerator<Case> {
  const { bytes, trust, parts } = target
  const { before } = parts.state
  for (const [kind, change] of Object.entries(changes)) {
    const objects = change(target, before.size)
    const ours = writeRevision(before, objects, await identify(bytes))
    yield { kind: `append, as ours: ${kind}`, bytes: concat([bytes, ours.bytes]), trust }
    const spaced = encodeText(writeLoosely(bytes.length, objects, before.xrefAt, write(before.root)))
    yield { kind: `append, as others: ${kind}`, bytes: concat([bytes, spaced]), trust }
    const hybrid = writeHybrid(bytes.length, objects, before.xrefAt, write(before.root))
    yield { kind: `append, with a hybrid table: ${kind}`, bytes: concat([bytes, encodeText(hybrid)]), trust }
    const unmarked = encodeText(
      objects.map(({ number, value }) => `${number} 0 obj\n${write(value)}\nendobj\n`).join(''),
    )
    yield { kind: `append, without a table: ${kind}`, bytes: concat([bytes, unmarked]), trust }
  }
  for (const tail of [
    '\n',
    ' ',
    '% a comment\n',
    '%%EOF\n',
    'startxref\n0\n%%EOF\n',
    `startxref\n${before.xrefAt}\n%%EOF\n`,
  ])
    yield { kind: 'append words', bytes: concat([bytes, encodeText(tail)]), trust }
}

function writeLoosely(start: number, objects: readonly PdfObject[], previous: number, root: string): string {
  let body = '\n'
  const rows = objects.map(({ number, value, stream: data }) => {
    const place = start + body.length
    const tail = data ? `\nstream\n${Buffer.from(data).toString('latin1')}\nendstream` : ''
    body += `${number} 0 obj\n${write(value)}${tail}\nendobj\n`
    return `${number} 1\n${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = start + body.length
  return `${body}xref\n${rows.join('')}trailer\n<< /Size 1000000 /Root ${root} /Prev ${previous} >>\nstartxref\n${table}\n%%EOF\n`
}

/** An empty table for old readers. New readers find the objects through a stream that replaces the old objects. */
function writeHybrid(start: number, objects: readonly PdfObject[], previous: number, root: string): string {
  const parts = objects.map(({ number, value }) => ({ number, text: write(value) }))
  const offsets = parts.map((_, at) => parts.slice(0, at).reduce((sum, { text }) => sum + text.length + 1, 0))
  const head = parts.map(({ number }, at) => `${number} ${offsets[at]}`).join(' ')
  const packed = `${head} ${parts.map(({ text }) => text).join(' ')}`
  const numbers = `/N ${parts.length} /First ${head.length + 1} /Length ${packed.length}`
  const body = `\n800000 0 obj\n<< /Type /ObjStm ${numbers} >>\nstream\n${packed}\nendstream\nendobj\n`
  const rows = parts.map((_, at) => `02${(800_000).toString(16).padStart(8, '0')}${at.toString(16).padStart(4, '0')}`)
  const own = `01${(start + 1).toString(16).padStart(8, '0')}0000`
  const index = parts.map(({ number }) => `${number} 1`).join(' ')
  const cells = `${rows.join('')}${own}>`
  const entries = `/Type /XRef /W [1 4 2] /Index [${index} 800000 1] /Size 800002 /Root ${root} /Filter /ASCIIHexDecode`
  const table = `800001 0 obj\n<< ${entries} /Length ${cells.length} >>\nstream\n${cells}\nendstream\nendobj\n`
  const at = start + body.length
  const trailer = `<< /Size 800002 /Root ${root} /Prev ${previous} /XRefStm ${at} >>`
  return `${body}${table}xref\n0 0\ntrailer\n${trailer}\nstartxref\n${at + table.length}\n%%EOF\n`
}
