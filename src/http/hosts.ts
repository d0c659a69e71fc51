const restWords =
  /^\/(verifications?|webhooks?|events|event-log|verification-catalog|agreements|agreement-links|submissions|consents|consent-texts)(?=[/?]|$)/
// On the API's own host everything is the API's, but for what it serves about itself.
const ownWords = /^\/(v\d+|knowledge|docs|openapi[\w.-]*|agree|versions|health|ready|metrics|\.well-known)(?=[/?]|$)/
const loopbackNames = new Set(['localhost', '127.0.0.1', '::1'])

/**
 * The path to route, also for a request that names the whole URL (RFC 9112, section 3.2.2), or the path of PUBLIC_URL: the
 * REST dialect may leave out its `/v2` on the host `api.<domain>`, and on a loopback name where no such host can be had,
 * but for what a browser opens there of the web app (`isForApp`).
 */
export function routedUrl(
  url: string,
  host: string,
  { domain, prefix = '' }: { domain: string; prefix?: string },
  isForApp: (path: string) => boolean = () => false,
): string {
  const name = hostName(host)
  const path = withoutPrefix(url.replace(/^https?:\/\/[^/?#]*\/?/i, '/'), prefix)
  if (name === `api.${domain}`) return ownWords.test(path) || !path.startsWith('/') ? path : `/v2${path}`
  return loopbackNames.has(name) && restWords.test(path) && !isForApp(path) ? `/v2${path}` : path
}

// Some proxies take the path of PUBLIC_URL away, and some pass it on.
function withoutPrefix(path: string, prefix: string): string {
  const isBelow = prefix !== '' && path.startsWith(prefix) && /^([/?]|$)/.test(path.slice(prefix.length))
  return isBelow ? path.slice(prefix.length).replace(/^(?!\/)/, '/') : path
}

/** The slug of a tenant's host (`<slug>.api.<domain>`), or null on any other host. */
export function tenantOf(host: string, domain: string): string | null {
  const name = hostName(host)
  const suffix = `.api.${domain}`
  const slug = name.endsWith(suffix) ? name.slice(0, -suffix.length) : ''
  return /^[a-z0-9-]+$/.test(slug) ? slug : null
}

/**
 * The slug of the host that an organization's people work on (`<slug>.<domain>`), or null on any other. A name that is the
 * installation's own (of the API, of PUBLIC_URL) is nobody's.
 */
export function organizationOf(host: string, domain: string, publicUrl: string | null): string | null {
  const name = hostName(host)
  const slug = name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : ''
  const isOwn = slug === 'api' || (publicUrl !== null && name === new URL(publicUrl).hostname)
  return /^[a-z0-9-]+$/.test(slug) && !isOwn ? slug : null
}

/** Whether a host is the API's alone: `api.<domain>`, or a tenant's below it. */
export function isApiHost(host: string, domain: string): boolean {
  return hostName(host) === `api.${domain}` || tenantOf(host, domain) !== null
}

/** Whether a name leads to this server: its domain, the hosts of the API below it, or this very machine. */
export function isOwnHost(name: string, domain: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name))
    return true
  if (name === domain || name === `api.${domain}`) return true
  return tenantOf(name, domain) !== null || organizationOf(name, domain, null) !== null
}

/** The name in a Host header: without port, brackets, and the dot at its end, which says that it is whole. */
export function hostName(host: string): string {
  return host
    .toLowerCase()
    .replace(/:\d+$/, '')
    .replace(/\.$/, '')
    .replace(/^\[(.*)\]$/, '$1')
}
