import type { IncomingHttpHeaders } from 'node:http'

type Asking = { method?: string | undefined; headers: IncomingHttpHeaders }

// Paths that only the web app has.
const ownPaths = /^\/(?:(?:sign-in|set-up|reset-password|verify|settings|audit|exports|operator|o)(?=[/?]|$)|\?|$)/
// Paths that the app shares with the REST dialect where the dialect may omit its /v2.
const sharedPaths = /^\/(agreements|submissions|verifications|webhooks)(?=[/?]|$)/

/**
 * Whether a path belongs to the web app, on a host that is not the API's. On a path that the REST dialect also has, a
 * browser that opens a page gets the app, and every other client reaches the API.
 */
export function isForApp(path: string, asking: Asking): boolean {
  return ownPaths.test(path) || (sharedPaths.test(path) && isNavigation(asking))
}

/**
 * Whether a browser opens a page, and not a program an API. A browser says so (Fetch Metadata), accepts HTML, and has
 * no key. Older browsers send upgrade-insecure-requests instead. Java accepts HTML and sends neither.
 */
export function isNavigation({ method = 'GET', headers }: Asking): boolean {
  const mode = headers['sec-fetch-mode']
  const goes = mode === undefined ? headers['upgrade-insecure-requests'] === '1' : mode === 'navigate'
  const wantsHtml = /\btext\/html\b/i.test(headers.accept ?? '')
  const bringsKey = headers['x-api-key'] !== undefined || /^bearer\b/i.test(headers.authorization ?? '')
  return /^(GET|HEAD)$/.test(method) && goes && wantsHtml && !bringsKey
}
