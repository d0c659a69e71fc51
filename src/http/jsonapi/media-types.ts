/** One entry of an Accept or Content-Type header. Type and parameter names are in lower case. */
export type MediaType = { type: string; parameters: Map<string, string>; weight: number }

export const jsonApiType = 'application/vnd.api+json'
export const atomicExtension = 'https://jsonapi.org/ext/atomic'
/** Names how our lists filter and sort; docs/api/lists-profile.md says it. */
export const listsProfile = 'urn:sealane:profile:lists'

const supportedExtensions: readonly string[] = [atomicExtension]

// token, or quoted string with backslash escapes (RFC 9110, section 5.6).
const parameterPattern = /;[ \t]*(?:([\w!#$%&'*+.^`|~-]+)[ \t]*=[ \t]*("(?:[^"\\]|\\.)*"|[^\s;,"]*))?[ \t]*/gy
const typePattern = /[ \t]*([\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+|\*)[ \t]*/y

/** The media types of a header value; entries that cannot be read are left out. */
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

/** Why a JSON:API media type cannot be used here: a parameter that is not ext or profile, or an unknown extension. */
export function objectionTo(type: MediaType): string | null {
  const stranger = [...type.parameters.keys()].find((name) => name !== 'ext' && name !== 'profile')
  if (stranger) return `The media type ${jsonApiType} takes only the parameters ext and profile, not ${stranger}.`
  const unknown = urisOf(type, 'ext').find((uri) => !supportedExtensions.includes(uri))
  return unknown ? `The extension ${unknown} is not supported; there is ${atomicExtension}.` : null
}

/** The Content-Type of a response that applies extensions and profiles. */
export function formatMediaType(extensions: readonly string[], profiles: readonly string[]): string {
  const ext = extensions.length ? `;ext="${extensions.join(' ')}"` : ''
  const profile = profiles.length ? `;profile="${profiles.join(' ')}"` : ''
  return jsonApiType + ext + profile
}

function splitOutsideQuotes(header: string): string[] {
  return header.match(/(?:"(?:[^"\\]|\\.)*"|[^,"]|")+/g) ?? []
}

function unquote(value: string): string {
  return value.startsWith('"') ? value.slice(1, -1).replaceAll(/\\(.)/g, '$1') : value
}
