import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import type { Language } from './language.tsx'
import { namedOrganization, prefix } from './place.ts'

/** The answer of `/auth/session`: the signed-in person. */
type Session = {
  user: {
    id: string
    name: string
    email: string
    /** The language that the person chose on any device; null leaves it to the browser. */
    language: Language | null
    scheme: 'light' | 'dark' | null
    hasTwoFactors: boolean
  }
  organizations: Membership[]
  /** The slug of the organization of the host, or of the person's last work. */
  activeOrganization: string | null
  /** The position in the stream of changes of the named or active organization before this answer; null without one. */
  position: string | null
  /** Whether the person runs this server, and may see the pages of the operator. */
  isServerAdmin: boolean
  /** Whether there is a mail server. Without one, messages stay in the outbox of the operator. */
  sendsMail: boolean
}

type Membership = { id: string; slug: string; name: string; role: string; permissions: string[] }

export const sessionQuery = queryOptions({ queryKey: ['session'], queryFn: readSession, staleTime: 60_000 })
// The position moves with every event. A page without it is drawn again only when something else has changed.
const shownSession = { ...sessionQuery, select: ({ position: _, ...shown }: Session) => shown }

async function readSession({ signal }: { signal: AbortSignal }): Promise<Session> {
  // A request that ran while the session changed its secret counted as nobody's. The second request gets the present
  // person.
  return (await askSession(signal)) ?? (await askSession(signal)) ?? leadToSignIn()
}

async function askSession(signal: AbortSignal): Promise<Session | null> {
  const named = namedOrganization === null ? {} : { 'sealane-organization': namedOrganization }
  const reply = await fetch(`${prefix}/auth/session`, { headers: { accept: 'application/json', ...named }, signal })
  if (!reply.ok) throw new Error(`The session could not be read: the server answered ${reply.status}.`)
  const said: Session | { user: null } = await reply.json()
  return said.user === null ? null : said
}

/** Opens the page of sign-in, which leads back here. The promise never ends. */
export function leadToSignIn(): Promise<never> {
  const here = location.pathname.slice(prefix.length) + location.search
  location.assign(`${prefix}/sign-in${here === '/' ? '' : `?next=${encodeURIComponent(here)}`}`)
  return new Promise(() => {})
}

/** The signed-in person, their organization, and their permissions there. */
export function useSession() {
  const { data: session } = useSuspenseQuery(shownSession)
  return { ...session, ...rightsIn(session, namedOrganization ?? session.activeOrganization) }
}

function rightsIn({ organizations }: Pick<Session, 'organizations'>, slug: string | null) {
  const membership = organizations.find((one) => one.slug === slug) ?? null
  const may = (permission: string) => membership?.permissions.includes(permission) ?? false
  return { membership, may }
}

type Limited = { permission?: string; isForServerAdmin?: boolean }

/** Whether a person with this session may see a page. */
export function maySee(session: Omit<Session, 'position'>, { permission, isForServerAdmin = false }: Limited): boolean {
  const { may } = rightsIn(session, namedOrganization ?? session.activeOrganization)
  return (permission === undefined || may(permission)) && (!isForServerAdmin || session.isServerAdmin)
}

/** Returns the function that tells whether the person may see a page. */
export function useMaySee(): (page: Limited) => boolean {
  const { data: session } = useSuspenseQuery(shownSession)
  return (page) => maySee(session, page)
}
