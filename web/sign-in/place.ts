const base = document.documentElement.dataset.base ?? '/'

/** The path before all our addresses: empty, or `/words`. */
export const prefix: string = base.replace(/\/$/, '')

/** The address to open after sign-in: one of ours, or the start. */
export function wantedAddress(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '/'
  const wanted = URL.parse(prefix + next, location.origin)
  // The result is never on another host, even for `//elsewhere` or `/\elsewhere`.
  return next.startsWith('/') && wanted?.origin === location.origin ? wanted.href : `${prefix}/`
}
