/** The request as a curl command: the same headers and bytes. Secret values stay hidden. */
export function curlOf(url: string, headers: Readonly<Record<string, string>>, body: string): string {
  const options = Object.entries(headers).map(([name, value]) => `-H ${quote(`${name}: ${value}`)}`)
  return ['curl -i -X POST', quote(url), ...options, `--data-binary ${quote(body)}`].join(' \\\n  ')
}

// In a POSIX shell, every character between single quotes is plain, except the quote.
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}
