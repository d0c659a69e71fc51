/** The PDF values that our revisions contain. Texts are bytes, and entries keep their order. */
export type PdfValue = null | boolean | number | PdfName | PdfRef | PdfText | PdfList | PdfDict
type PdfName = { kind: 'name'; name: string }
export type PdfRef = { kind: 'ref'; number: number; generation: number }
export type PdfText = { kind: 'text'; bytes: Uint8Array }
export type PdfList = readonly PdfValue[]
export type PdfDict = ReadonlyMap<string, PdfValue>

/** An object of a revision. With `stream`, its dictionary has the length of the bytes. */
export type PdfObject = { number: number; generation?: number; value: PdfValue; stream?: Uint8Array }

export const name = (text: string): PdfName => ({ kind: 'name', name: text })
export const ref = (number: number): PdfRef => ({ kind: 'ref', number, generation: 0 })
export const bytesText = (bytes: Uint8Array): PdfText => ({ kind: 'text', bytes })
export const dict = (entries: Record<string, PdfValue>): Map<string, PdfValue> => new Map(Object.entries(entries))

export function isList(value: PdfValue | undefined): value is PdfList {
  return Array.isArray(value)
}

export function isDict(value: PdfValue | undefined): value is PdfDict {
  return value instanceof Map
}

export function isRef(value: PdfValue | undefined): value is PdfRef {
  return isTagged(value) && value.kind === 'ref'
}

export function isText(value: PdfValue | undefined): value is PdfText {
  return isTagged(value) && value.kind === 'text'
}

export function isName(value: PdfValue | undefined, text?: string): value is PdfName {
  return isTagged(value) && value.kind === 'name' && (text === undefined || value.name === text)
}

function isTagged(value: PdfValue | undefined): value is PdfName | PdfRef | PdfText {
  return typeof value === 'object' && value !== null && 'kind' in value
}

/** A text for people: ASCII if possible, else UTF-16 with a byte order mark. */
export function text(words: string): PdfText {
  const isPlain = /^[\x20-\x7e]*$/.test(words)
  const codes = isPlain ? [...words].map((one) => one.charCodeAt(0)) : [0xfe, 0xff]
  if (!isPlain) {
    for (let at = 0; at < words.length; at++) codes.push(words.charCodeAt(at) >> 8, words.charCodeAt(at) & 0xff)
  }
  return bytesText(Uint8Array.from(codes))
}

/** A time in UTC. */
export function date(at: Date): PdfText {
  return text(`D:${at.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z`)
}
