import { say } from '../../core/errors.ts'
import type { Said } from '../../texts/index.ts'

/** One entry of an Accept or Content-Type header. Type and parameter names are in lower case. */
export type MediaType = { type: string; parameters: Map<string, string>; weight: number }

export const jsonApiType = 'application/vnd.api+json'
export const atomicExtension = 'https://jsonapi.org/ext/atomic'
/** The profile of our filters and sorts; docs/api/lists-profile.md describes it. */
export const listsProfile = 'urn:sealane:profile:lists'

const supportedExtensions: readonly string[] = [atomicExtension]

// A parameter is a token, or a quoted string with backslash escapes (RFC 9110, section 5.6).
const parameterPattern = /;[ \t]*(?:([\w!#$%&'*+.^`|~-]+)[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|[^\s;,"]*))?[ \t]*/gy
const typePattern = /[ \t]*([\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+|\*)[ \t]*/y

/** The media types of a header value, without unreadable entries. */
export function parseMediaTypes(header: string): MediaType[] {
  return splitOutsideQuotes(header).flatMap((entry) => {
    typePattern.lastIndex = 0
    const type = typePattern.exec(entry)?.[1]
    if (!type) return []
    const parameters = new Map<string, string>()
    parameterPattern.lastIndex = typePattern.lastIndex
    for (let found = parameterPattern.exec(entry); found; found = parameterPattern.exec(entry)) {
      if (found[1]) parameters.set(found[1].toLowerCase(), unquote(found[2] ?? ''))
    }
    const weight = Number(parameters.get('q') ?? '1')
    parameters.delete('q')
    return [{ type: type.toLowerCase(), parameters, weight: Number.isNaN(weight) ? 1 : weight }]
  })
}

/** The URIs of an `ext` or `profile` parameter: separated by spaces. */
export function urisOf(type: MediaType, parameter: 'ext' | 'profile'): string[] {
  return (type.parameters.get(parameter) ?? '').split(' ').filter((uri) => uri !== '')
}

/**
 * The reason why this server cannot use a JSON:API media type: a parameter other than ext or profile, or an unknown
 * extension.
 */
export function objectionTo(type: MediaType): Said | null {
  const stranger = [...type.parameters.keys()].find((name) => name !== 'ext' && name !== 'profile')
  if (stranger) return say('media_type_parameter', { type: jsonApiType, name: stranger })
  const unknown = urisOf(type, 'ext').find((uri) => !supportedExtensions.includes(uri))
  return unknown ? say('extension_unknown', { extension: unknown, known: atomicExtension }) : null
}

/** The Content-Type of a response that applies extensions and profiles. */
export function formatMediaType(extensions: readonly string[], profiles: readonly string[]): string {
  const ext = extensions.length ? `;ext="${extensions.join(' ')}"` : ''
  const profile = profiles.length ? `;profile="${profiles.join(' ')}"` : ''
  return jsonApiType + ext + profile
}

// Reads the letters once, because a header may be 64 KiB of quotes that never close. The text after an unclosed quote
// is split as if the quote were not there.
function splitOutsideQuotes(header: string): string[] {
  const entries: string[] = []
  let from = 0
  let quoteAt = -1
  for (let at = 0; at < header.length; at += 1) {
    const letter = header[at]
    if (quoteAt >= 0) {
      if (letter === '\\') at += 1
      else if (letter === '"') quoteAt = -1
    } else if (letter === '"') quoteAt = at
    else if (letter === ',') {
      entries.push(header.slice(from, at))
      from = at + 1
    }
  }
  const [end = '', ...others] = quoteAt < 0 ? [header.slice(from)] : header.slice(quoteAt).split(',')
  const last = quoteAt < 0 ? end : header.slice(from, quoteAt) + end
  return [...entries, last, ...others].filter((entry) => entry !== '')
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value
}
