import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { namedOrganization, prefix } from './place.ts'

/** What `/auth/session` says of whoever is signed in. */
export type Session = {
  user: { id: string; name: string; email: string; hasTwoFactors: boolean }
  organizations: Membership[]
  /** The slug of the organization that the host names, or that the person last worked for. */
  activeOrganization: string | null
  /** Whether the person runs this server, and may see the operator's corner. */
  isServerAdmin: boolean
  /** Whether there is a mail server; without one, messages lie in the outbox of whoever runs the server. */
  sendsMail: boolean
}

export type Membership = { id: string; slug: string; name: string; role: string; permissions: string[] }

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 })

async function readSession({ signal }: { signal: AbortSignal }): Promise<Session> {
  const reply = await fetch(`${prefix}/auth/session`, { headers: { accept: 'application/json' }, signal })
  if (!reply.ok) throw new Error(`The session could not be read: the server answered ${reply.status}.`)
  const said: Session | { user: null } = await reply.json()
  return said.user === null ? leadToSignIn() : said
}

/** Leaves for the page of sign-in, which leads back here. The promise never ends, as the page does. */
export function leadToSignIn(): Promise<never> {
  const here = location.pathname.slice(prefix.length) + location.search
  location.assign(`${prefix}/sign-in${here === '/' ? '' : `?next=${encodeURIComponent(here)}`}`)
  return new Promise(() => {})
}

/** Who is signed in, for which organization, and what they may do there. */
export function useSession() {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const slug = namedOrganization ?? session.activeOrganization
  const membership = session.organizations.find((one) => one.slug === slug) ?? null
  const may = (permission: string) => membership?.permissions.includes(permission) ?? false
  return { ...session, membership, may }
}

/** Whether the person is offered a page, and may see it. */
export function useMaySee(): (page: { permission?: string; isForServerAdmin?: boolean }) => boolean {
  const { may, isServerAdmin } = useSession()
  return ({ permission, isForServerAdmin = false }) =>
    (permission === undefined || may(permission)) && (!isForServerAdmin || isServerAdmin)
}
