const restWords =
  /^\/(verifications?|webhooks?|events|event-log|verification-catalog|agreements|agreement-links|submissions|consents|consent-texts)(?=[/?]|$)/
// On the API's own host every path belongs to the REST dialect, except these.
const ownWords = /^\/(v\d+|knowledge|docs|openapi[\w.-]*|agree|versions|health|ready|metrics|\.well-known)(?=[/?]|$)/
const loopbackNames = new Set(['localhost', '127.0.0.1', '::1'])

/**
 * The path to route, without the path of PUBLIC_URL or of a whole URL in the request line (RFC 9112, section
 * 3.2.2). On `api.<domain>` and on loopback names the REST dialect may leave out its `/v2`, except where a browser
 * opens the web app (`isForApp`).
 */
export function routedUrl(
  url: string,
  host: string,
  { domain, prefix = '' }: { domain: string; prefix?: string },
  isForApp: (path: string) => boolean = () => false,
): string {
  // These paths mean the same on every host.
  if (prefix === '' && ownWords.test(url)) return url
  const name = hostName(host)
  const path = withoutPrefix(url.replace(/^https?:\/\/[^/?#]*\/?/i, '/'), prefix)
  if (name === `api.${domain}`) return ownWords.test(path) || !path.startsWith('/') ? path : `/v2${path}`
  return loopbackNames.has(name) && restWords.test(path) && !isForApp(path) ? `/v2${path}` : path
}

// Some proxies remove the path of PUBLIC_URL, and some pass it on.
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
 * The slug of an organization's web host (`<slug>.<domain>`), or null. A name of the installation itself (of the API,
 * of PUBLIC_URL) is not a slug.
 */
export function organizationOf(host: string, domain: string, publicUrl: string | null): string | null {
  const name = hostName(host)
  const slug = name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : ''
  const isOwn = slug === 'api' || (publicUrl !== null && name === new URL(publicUrl).hostname)
  return /^[a-z0-9-]+$/.test(slug) && !isOwn ? slug : null
}

/** Whether only the API answers on a host: `api.<domain>`, or a tenant's host below it. */
export function isApiHost(host: string, domain: string): boolean {
  return hostName(host) === `api.${domain}` || tenantOf(host, domain) !== null
}

/** Whether a name leads to this server: its domain, a host of the API below it, or this machine. */
export function isOwnHost(name: string, domain: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name))
    return true
  if (name === domain || name === `api.${domain}`) return true
  return tenantOf(name, domain) !== null || organizationOf(name, domain, null) !== null
}

const hostParts = /^(?:\[(.*)\]|(.*?))\.?(?::\d+)?$/

/** The name in a Host header, without port, brackets and the final dot. */
export function hostName(host: string): string {
  const [, address, name] = hostParts.exec(host.toLowerCase()) ?? []
  return address ?? name ?? ''
}
