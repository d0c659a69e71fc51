/** The request as a command: the same headers and the same bytes. Values that are secret stay hidden. */
export function curlOf(url: string, headers: Readonly<Record<string, string>>, body: string): string {
  const options = Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)
  return ['curl -i -X POST', quote(url), ...options, `--data-binary ${quote(body)}`].join(' \\\n  ')
}

// As POSIX shells have it: all is plain between single quotes, but the quote itself.
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
