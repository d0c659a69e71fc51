import { checkOrder, type Der, notDer, readAll, readDer } from './der-read.ts'
import { tags } from './der-write.ts'
import { readBoolean, readGeneralizedTime, readInteger, readOid } from './values.ts'

const constructed = 0x20
const texts: readonly number[] = [tags.utf8, 0x12, tags.printable, 0x14, tags.ia5, 0x1a, 0x1c, 0x1e]
const mostDeep = 40

/** Throws Refused unless every value is in DER, as far as this shows without knowing its meaning. */
export function checkCanonical(bytes: Uint8Array): void {
  checkValue(readDer(bytes), 0)
}

function checkValue(value: Der, depth: number): void {
  if (depth > mostDeep) throw notDer('The value is nested too deeply.')
  const isContext = (value.tag & 0xc0) !== 0
  if (value.tag & constructed) {
    if (!isContext && value.tag !== tags.sequence && value.tag !== tags.set) throw notDer('A value comes in pieces.')
    const parts = readAll(value.content)
    if (value.tag === tags.set) checkOrder(parts)
    for (const part of parts) checkValue(part, depth + 1)
  } else if (!isContext) checkPlain(value)
}

function checkPlain(value: Der): void {
  const { tag, content } = value
  if (tag === tags.boolean) readBoolean(value)
  else if (tag === tags.integer || tag === tags.enumerated) readInteger(value, tag)
  else if (tag === tags.oid) readOid(value)
  else if (tag === tags.generalizedTime) readGeneralizedTime(value)
  else if (tag === tags.bits) checkBits(content)
  else if (tag === tags.nothing && content.length > 0) throw notDer('Nothing has a content.')
  else if (tag === tags.utf8) new TextDecoder('utf-8', { fatal: true }).decode(content)
  else if (![tags.octets, tags.nothing, tags.utcTime, ...texts].includes(tag))
    throw notDer(`Tag ${tag} is not used here.`)
}

function checkBits(content: Uint8Array): void {
  const [unused = 8] = content
  const last = content.at(-1) ?? 0
  if (unused > 7 || (content.length === 1 && unused > 0) || last & ((1 << unused) - 1))
    throw notDer('Unused bits are set.')
}
