// Where the app lives: the server writes the path of PUBLIC_URL into the page. Below it, /o/acme/… names an organization.
const base = document.documentElement.dataset.base ?? '/'

/** The path in front of everything of ours: empty, or `/words`. */
export const prefix: string = base.replace(/\/$/, '')

/** The organization that the address names, by its slug; null when the session says which. */
export const namedOrganization: string | null =
  /^\/o\/([a-z0-9-]+)(?=\/|$)/.exec(location.pathname.slice(prefix.length))?.[1] ?? null

/** What the addresses of this app begin with, besides the host. */
export const basepath: string = namedOrganization === null ? prefix || '/' : `${prefix}/o/${namedOrganization}`
