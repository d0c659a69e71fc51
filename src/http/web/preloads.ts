/** What each page loads besides the frame, by its path as the app writes it: `/webhooks/$id`. */
export type Preloads = Readonly<Record<string, readonly string[]>>

// As fetch asks for it: the answer is there when the app does.
const session = '<link rel="preload" as="fetch" crossorigin href="/auth/session">'

/** The page of the app with links to what its address will ask for, so that nothing waits for script to be read. */
export function addPreloads(html: string, preloads: Preloads, url: string): string {
  const path = pathOf(url)
  const pattern = path in preloads ? path : Object.keys(preloads).find((one) => fits(path, one))
  const links = (pattern === undefined ? [] : (preloads[pattern] ?? [])).map((file) =>
    file.endsWith('.css') ? `<link rel="stylesheet" href="/${file}">` : `<link rel="modulepreload" href="/${file}">`,
  )
  return html.replace('</head>', `${[session, ...links].join('\n')}\n</head>`)
}

// Without the query, a slash at its end, and the organization that it names.
function pathOf(url: string): string {
  const [path = '/'] = url.split('?')
  return path.replace(/^\/o\/[^/]+/, '').replace(/\/$/, '') || '/'
}

function fits(path: string, pattern: string): boolean {
  const [given, wanted] = [path.split('/'), pattern.split('/')]
  return given.length === wanted.length && wanted.every((word, index) => word === '$id' || word === given[index])
}
