/** Headers by their names in lower case. */
export type PastedHeaders = Record<string, string | undefined>

/** Pasted headers: lines of `name: value` from a log or curl, or an object in JSON. */
export function readHeaders(text: string): PastedHeaders {
  return readJson(text) ?? readLines(text)
}

function readJson(text: string): PastedHeaders | null {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name.toLowerCase(), String(one).trim()]))
  } catch {
    return null
  }
}

function readLines(text: string): PastedHeaders {
  const found: PastedHeaders = {}
  for (const line of text.split('\n')) {
    // curl begins headers with `< ` and `> `, a command with `-H '`.
    const [, name, value] = /^\s*(?:[<>]\s*|-H\s+)?['"]?([\w-]+)['"]?\s*[:=]\s*(.*?)['"]?,?\s*\\?\s*$/.exec(line) ?? []
    if (name && value !== undefined) found[name.toLowerCase()] = value.replace(/^['"]/, '').trim()
  }
  return found
}
