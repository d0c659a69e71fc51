import type { FastifyRequest } from 'fastify'
import { readSession, type SignedIn } from '../../../core/accounts/index.ts'
import { readChanges } from '../../../core/changes/index.ts'
import { DomainError, say } from '../../../core/errors.ts'
import { formatId, type Id } from '../../../core/ids.ts'
import { freshForMs } from '../../../core/permissions.ts'
import { organizationHeader } from '../../authentication.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { organizationOf } from '../../hosts.ts'
import { sessionTokenOf } from '../../sign-in.ts'

const nobody = {
  user: null,
  session: null,
  organizations: [],
  activeOrganization: null,
  position: null,
  isServerAdmin: false,
  sendsMail: true,
}

/** The session of the request. Throws `unauthenticated`. */
export async function requireSession(
  request: FastifyRequest,
  deps: HttpDependencies,
): Promise<SignedIn & { token: string }> {
  const token = sessionTokenOf(request, deps)
  const found = token === null ? null : await readSession(deps.database.system, token, deps.now())
  if (token !== null && found) return { ...found, token }
  throw new DomainError('unauthenticated', 'unauthenticated', say('session_ended'))
}

/** The session of the request, for changes that need a recent sign-in. Throws `unauthenticated`, `sign_in_again`. */
export async function requireFreshSession(request: FastifyRequest, deps: HttpDependencies) {
  const found = await requireSession(request, deps)
  if (deps.now().getTime() - found.session.confirmedAt.getTime() <= freshForMs) return found
  throw new DomainError('forbidden', 'sign_in_again', say('sign_in_again'))
}

/** The signed-in person as the pages see them; `nobody` without a session, or after its end. */
export async function showSession(request: FastifyRequest, deps: HttpDependencies): Promise<object> {
  const token = sessionTokenOf(request, deps)
  const found = token === null ? null : await readSession(deps.database.system, token, deps.now())
  if (!found) return nobody
  const { user, session, organizations, isServerAdmin } = found
  const ofHost = organizationOf(request.host, deps.domain, deps.publicUrl)
  const activeOrganization = ofHost ?? found.activeOrganization
  const followed = ofHost ?? request.headers[organizationHeader] ?? activeOrganization
  return {
    user: { ...user, id: formatId('user', user.id) },
    session: { ...session, id: formatId('session', session.id) },
    organizations: organizations.map((each) => ({ ...each, id: formatId('organization', each.id) })),
    activeOrganization,
    position: await readPosition(request, deps, organizations.find(({ slug }) => slug === followed)?.id),
    isServerAdmin,
    sendsMail: deps.operator?.sendsMail ?? true,
  }
}

/**
 * The present position in the stream of changes of an organization. The app follows from there, so that it reads later
 * changes once. Without it, the app reads shown data again when the stream opens.
 */
async function readPosition(
  { log }: FastifyRequest,
  { database }: HttpDependencies,
  organizationId: Id | undefined,
): Promise<string | null> {
  if (organizationId === undefined) return null
  try {
    return String((await readChanges({ db: database.forOrganization(organizationId), organizationId }, null)).position)
  } catch (error) {
    log.warn({ err: error }, 'A session is answered without a position in the stream of changes.')
    return null
  }
}
