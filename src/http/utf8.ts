const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** The text of a body, without its byte order mark; null if it is not UTF-8. */
export function decodeUtf8(body: Buffer): string | null {
  try {
    return strict.decode(body)
  } catch {
    return null
  }
}

/** Whether every percent-encoding in the query of a URL is UTF-8. The router decodes the path. */
export function isReadableQuery(url: string): boolean {
  const query = url.indexOf('?')
  if (query < 0 || !url.includes('%', query)) return true
  try {
    decodeURIComponent(url.slice(query))
    return true
  } catch {
    return false
  }
}

/** Whether a Content-Encoding names a coding. We take only bodies without one. */
export function isCoded(header: string | undefined): boolean {
  return header !== undefined && !/^\s*(identity)?\s*$/i.test(header)
}
