import { type Fault, fault } from '../errors.ts'
import { checkText } from '../text.ts'

/** Every signing page sends all sites in one header, so their number is bounded. */
export const mostEmbeddingOrigins = 50
const path = ['embeddingOrigins']

/**
 * The faults of a list of sites that may show signing pages in a frame. Each site is an origin. Without TLS, only hosts
 * of this machine are allowed.
 */
export function findEmbeddingFaults({ embeddingOrigins: given }: { embeddingOrigins?: string[] }): Fault[] {
  if (!given) return []
  if (given.length > mostEmbeddingOrigins)
    return [fault(path, 'max_items', { most: mostEmbeddingOrigins, value: given.length })]
  return given.flatMap((text, index) => {
    const at = [...path, String(index)]
    const faults = checkText(at, text, { maxLength: 300, minLength: 1 })
    return faults.length > 0 || originOf(text) ? faults : [fault(at, 'site_origin', { value: text })]
  })
}

/** Normalizes a list without faults to distinct origins, as browsers write them. */
export function toOrigins(given: string[]): string[] {
  return [...new Set(given.map((text) => originOf(text) ?? text))]
}

function originOf(text: string): string | null {
  const url = /^https?:\/\/[^\s/?#@*;,'"]+\/?$/i.test(text) ? URL.parse(text) : null
  return url && (url.protocol === 'https:' || isThisMachine(url.hostname)) ? url.origin : null
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}
