import type { IncomingHttpHeaders } from 'node:http'

type Asking = { method?: string | undefined; headers: IncomingHttpHeaders }

// Paths that nothing but the web app has.
const ownPaths = /^\/(?:(?:sign-in|set-up|reset-password|verify|settings|audit|exports|operator|o)(?=[/?]|$)|\?|$)/
// Paths that the app shares with the REST dialect where that may leave out its /v2.
const sharedPaths = /^\/(agreements|submissions|verifications|webhooks)(?=[/?]|$)/

/**
 * Whether a path is the web app's, on a host that is not the API's. Where the REST dialect lies under the same path, a
 * browser that goes there is shown the app, and every other client reaches the API.
 */
export function isForApp(path: string, asking: Asking): boolean {
  return ownPaths.test(path) || (sharedPaths.test(path) && isNavigation(asking))
}

/**
 * Whether a browser goes to a page, rather than a program to an API: it says so itself (Fetch Metadata), asks for
 * HTML, and brings no key. Older browsers asked for encryption instead; Java asks for HTML and does neither.
 */
export function isNavigation({ method = 'GET', headers }: Asking): boolean {
  const mode = headers['sec-fetch-mode']
  const goes = mode === undefined ? headers['upgrade-insecure-requests'] === '1' : mode === 'navigate'
  const wantsHtml = /\btext\/html\b/i.test(headers.accept ?? '')
  const bringsKey = headers['x-api-key'] !== undefined || /^bearer\b/i.test(headers.authorization ?? '')
  return /^(GET|HEAD)$/.test(method) && goes && wantsHtml && !bringsKey
}
