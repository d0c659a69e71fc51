import { concat, encodeText } from '../../../verifier/asn1/index.ts'
import { type Case, find, splice, type Target } from './case.ts'

/** Attacks on the covered bytes of a signature: on its range, its place, its surroundings, or a truncated file. */
export function* wrapping(target: Target, other: Target): Generator<Case> {
  const { trust } = target
  const all = { ...ranges(target), ...places(target), ...leftovers(target, other) }
  for (const [kind, bytes] of Object.entries(all))
    yield { kind: kind.includes(':') ? kind : `parts: ${kind}`, bytes, trust }
}

function ranges({ bytes, parts, hole }: Target): Record<string, Uint8Array> {
  const start = find(bytes, '/ByteRange [', parts.start) + '/ByteRange '.length
  const length = find(bytes, ']', start) + 1 - start
  const [a, b, c] = [hole.at - 1, hole.at + hole.room * 2 + 1, parts.end - (hole.at + hole.room * 2 + 1)]
  const texts = [
    `[0 ${a} ${b} ${c - 1}]`,
    `[0 ${a} ${b} ${c + 1}]`,
    `[0 ${a} ${b + 1} ${c - 1}]`,
    `[0 ${a - 1} ${b} ${c}]`,
    `[0 ${a + 1} ${b} ${c}]`,
    `[1 ${a - 1} ${b} ${c}]`,
    `[0 ${a} ${b}]`,
    `[0 ${a} ${b} ${c} 0]`,
    `[0 ${a} ${b} ${c} ${b} ${c}]`,
    `[${b} ${c} 0 ${a}]`,
    `[0 ${a} -${b} ${c}]`,
    `[0 ${a} ${b} -${c}]`,
    `[0 ${a}.5 ${b} ${c}]`,
    `[0  ${a} ${b} ${c}]`,
    `[0 0 0 0]`,
    '[]',
    'null',
    `[0 ${parts.end} 0 0]`,
    `[0 ${a} ${b} ${bytes.length * 2}]`,
    `[0 ${a} ${b} ${c}] /ByteRange [0 ${a} ${b} ${c}]`,
  ]
  const shifted = texts.map((text, index) => [`range: form ${index}, moved`, splice(bytes, start, length, text)])
  const inPlace = texts
    .filter((text) => text.length <= length)
    .map((text, index) => [`range: form ${index}, in place`, splice(bytes, start, length, text.padEnd(length))])
  return Object.fromEntries([...shifted, ...inPlace])
}

function places({ bytes, hole }: Target): Record<string, Uint8Array> {
  const { at, room } = hole
  const digits = Buffer.from(bytes.subarray(at, at + room * 2)).toString('latin1')
  const zeros = (digits.length - digits.replace(/0+$/, '').length) & ~1
  const words = encodeText('9 0 obj\n(x)\nendobj\n')
  const put = (text: string) => splice(bytes, at - 1, room * 2 + 2, text)
  return {
    'contents: empty': put('<>'),
    'contents: a zero': put('<00>'),
    'contents: nothing': put('null'),
    'contents: in upper case': splice(bytes, at, room * 2, digits.toUpperCase()),
    'contents: a space inside': splice(bytes, at + room * 2 - 1, 1, ' '),
    'contents: half a digit': put(`<${digits.slice(0, -1)}>`),
    'contents: more zeros': put(`<${digits}00>`),
    'contents: fewer zeros': put(`<${digits.slice(0, -2)}>`),
    'contents: something in the zeros': splice(bytes, at + room * 2 - Math.min(8, zeros), 2, 'ff'),
    'contents: letters behind the signature': splice(bytes, at + digits.replace(/(?:00)+$/, '').length, 2, 'ff'),
    'contents: twice': put(`<${digits}> /Contents <${digits}>`),
    'contents: an object in the gap': put(`<${digits}> endobj ${Buffer.from(words).toString()}`),
    'contents: as letters': put(`(${digits.slice(0, room)})`),
    'contents: a reference': put('9 0 R'),
  }
}

function leftovers({ bytes, parts, hole }: Target, other: Target): Record<string, Uint8Array> {
  const tail = bytes.subarray(parts.start)
  const base = bytes.subarray(0, parts.start)
  const middle = Math.floor(base.length / 2)
  const found: Record<string, Uint8Array> = {
    'only the source': base,
    'no source': tail,
    'something in front': concat([encodeText('%PDF-1.7\n'), bytes]),
    'something in front of the head': concat([encodeText('junk\n'), bytes]),
    'the file twice': concat([bytes, bytes]),
    'the file behind another': concat([other.bytes, bytes]),
    'the seal behind another source': concat([other.bytes.subarray(0, other.parts.start), tail]),
    'the seal twice': concat([bytes, tail]),
    'the seal of another behind it': concat([bytes, other.bytes.subarray(other.parts.start)]),
    'objects between source and seal': concat([base, encodeText('900 0 obj\n(x)\nendobj\n'), tail]),
    'a comment between source and seal': concat([base, encodeText('% x\n'), tail]),
    'halves of the source turned': concat([base.subarray(middle), base.subarray(0, middle), tail]),
    'the seal without its signature': splice(bytes, hole.at, hole.room * 2, '0'.repeat(hole.room * 2)),
    'its own revision behind that of another of its organization': concat([
      other.bytes.subarray(0, other.parts.end),
      tail,
    ]),
    'the revisions of another of its organization before its own': concat([
      base,
      other.bytes.subarray(other.parts.start),
      tail,
    ]),
    'a second table that points into the gap': concat([
      bytes,
      encodeText(`xref\n0 0\ntrailer\n<< /Size 9 /Prev ${hole.at} >>\nstartxref\n${hole.at}\n%%EOF\n`),
    ]),
    'where a reader starts, twice': splice(bytes, find(bytes, 'startxref', parts.start), 0, `startxref\n${hole.at}\n`),
    'a key of the catalogue twice': splice(bytes, find(bytes, '/AcroForm ', parts.start), 0, '/AcroForm null '),
    'rules of the seal twice': splice(bytes, find(bytes, '/Perms ', parts.start), 0, '/Perms null '),
    'other rules of the seal': splice(bytes, find(bytes, '/P 1', parts.start), 4, '/P 3'),
    'a second widget of the seal': splice(bytes, find(bytes, '/FT /Sig', parts.start), 0, '/Kids [1 0 R 2 0 R] '),
    'lines that end otherwise': encodeText(Buffer.from(tail).toString('latin1').replaceAll('\n', '\r\n')),
    'a head of another version': splice(bytes, find(bytes, '%PDF-1.') + 7, 1, '1'),
    'no head': bytes.subarray(8),
    'an empty file': new Uint8Array(),
  }
  // After its own source, the revision is unchanged.
  const isSame = Buffer.from(base).equals(other.bytes.subarray(0, other.parts.start))
  if (isSame) Reflect.deleteProperty(found, 'the seal behind another source')
  // The proofs for later years are removed.
  if (parts.end < bytes.length) found['proofs taken away'] = bytes.slice(0, parts.end)
  return found
}
