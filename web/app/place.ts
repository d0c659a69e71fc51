// The place of the app. The server writes the path of PUBLIC_URL into the page. Below that path, /o/acme/… names an
// organization.
const base = document.documentElement.dataset.base ?? '/'

/** The path before all our addresses: empty, or `/words`. */
export const prefix: string = base.replace(/\/$/, '')

/** The slug of the organization in the address; null when the session names it. */
export const namedOrganization: string | null =
  /^\/o\/([a-z0-9-]+)(?=\/|$)/.exec(location.pathname.slice(prefix.length))?.[1] ?? null

/** The beginning of this app's addresses, without the host. */
export const basepath: string = namedOrganization === null ? prefix || '/' : `${prefix}/o/${namedOrganization}`
