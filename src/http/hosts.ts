/** Which face a request addresses, by its host and path (DESIGN section 6). */
export type Face = 'rest' | 'jsonapi' | 'pages'

const restWords = /^\/(verifications?|webhooks?|verification-catalog|agreements|agreement-links|submissions)(?=[/?]|$)/
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The path to route: the REST dialect may leave out its `/v2` on the host `api.<domain>`, and on a loopback name where
 * no such host can be had.
 */
export function routedUrl(url: string, host: string, domain: string): string {
  const name = hostName(host)
  const isApiHost = name === `api.${domain}` || loopbackNames.has(name)
  return isApiHost && restWords.test(url) ? `/v2${url}` : url
}

/** The face that a path belongs to, also when nothing is there: it decides the form of the error. */
export function faceOf(url: string): Face {
  if (/^\/v1\/api(?=[/?]|$)/.test(url)) return 'jsonapi'
  if (/^\/v\d+(?=[/?]|$)/.test(url)) return 'rest'
  return 'pages'
}

/** The slug of a tenant's host (`<slug>.api.<domain>`), or null on any other host. */
export function tenantOf(host: string, domain: string): string | null {
  const name = hostName(host)
  const suffix = `.api.${domain}`
  const slug = name.endsWith(suffix) ? name.slice(0, -suffix.length) : ''
  return /^[a-z0-9-]+$/.test(slug) ? slug : null
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '')
}
