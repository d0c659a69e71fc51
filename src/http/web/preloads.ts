/** The files of each page besides the frame, by the page's path in the app: `/webhooks/$id`. */
export type Preloads = Readonly<Record<string, readonly string[]>>

// This has the form of the app's fetch, so that the answer is there before the app.
const session = '<link rel="preload" as="fetch" crossorigin href="/auth/session">'

/** The page of the app with links to the files that its address needs, so that they load before the scripts run. */
export function addPreloads(html: string, preloads: Preloads, url: string): string {
  const path = pathOf(url)
  const pattern = path in preloads ? path : Object.keys(preloads).find((one) => fits(path, one))
  const links = (pattern === undefined ? [] : (preloads[pattern] ?? [])).map((file) =>
    file.endsWith('.css') ? `<link rel="stylesheet" href="/${file}">` : `<link rel="modulepreload" href="/${file}">`,
  )
  return html.replace('</head>', `${[session, ...links].join('\n')}\n</head>`)
}

// The path without the query, a slash at its end, and the organization in it.
function pathOf(url: string): string {
  const [path = '/'] = url.split('?')
  return path.replace(/^\/o\/[^/]+/, '').replace(/\/$/, '') || '/'
}

function fits(path: string, pattern: string): boolean {
  const [given, wanted] = [path.split('/'), pattern.split('/')]
  return given.length === wanted.length && wanted.every((word, index) => word === '$id' || word === given[index])
}
