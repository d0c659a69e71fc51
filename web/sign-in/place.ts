const base = document.documentElement.dataset.base ?? '/'

/** The path in front of everything of ours: empty, or `/words`. */
export const prefix: string = base.replace(/\/$/, '')

/** The address that the visitor came from: one of ours, or the start. */
export function wantedAddress(): string {
  const next = new URLSearchParams(location.search).get('next') ?? '/'
  const wanted = URL.parse(prefix + next, location.origin)
  // Never another host, however the address is written: `//elsewhere`, `/\elsewhere`.
  return next.startsWith('/') && wanted?.origin === location.origin ? wanted.href : `${prefix}/`
}
