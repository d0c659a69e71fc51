const restWords =
  /^\/(verifications?|webhooks?|events|event-log|verification-catalog|agreements|agreement-links|submissions|consents|consent-texts)(?=[/?]|$)/
// On the API's own host everything is the API's, but for what it serves about itself.
const ownWords = /^\/(v\d+|knowledge|docs|openapi[\w.-]*|versions|health|ready|metrics|\.well-known)(?=[/?]|$)/
const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * The path to route, also for a request that names the whole URL (RFC 9112, section 3.2.2): the REST dialect may leave out its `/v2` on the host `api.<domain>`, and on a loopback name where
 * no such host can be had.
 */
export function routedUrl(url: string, host: string, domain: string): string {
  const name = hostName(host)
  const path = url.replace(/^https?:\/\/[^/?#]*\/?/i, '/')
  if (name === `api.${domain}`) return ownWords.test(path) || !path.startsWith('/') ? path : `/v2${path}`
  return loopbackNames.has(name) && restWords.test(path) ? `/v2${path}` : path
}

/** The slug of a tenant's host (`<slug>.api.<domain>`), or null on any other host. */
export function tenantOf(host: string, domain: string): string | null {
  const name = hostName(host)
  const suffix = `.api.${domain}`
  const slug = name.endsWith(suffix) ? name.slice(0, -suffix.length) : ''
  return /^[a-z0-9-]+$/.test(slug) ? slug : null
}

// A name may end in a dot, which says that it is whole.
function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '').replace(/\.$/, '')
}
