import type { FastifyInstance } from 'fastify'
import { confirmSession, listPasskeys, noteSignInAct, removePasskey } from '../../../core/accounts/index.ts'
import { DomainError, notFound, say } from '../../../core/errors.ts'
import { formatId, parseId } from '../../../core/ids.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { browserOf, holding, setCookies } from '../../sign-in.ts'
import { doorOf } from './door.ts'
import { enter } from './enter.ts'
import { limitSignIn } from './limits.ts'
import { readMembers, readObject } from './members.ts'
import { requireFreshSession, requireSession } from './session.ts'

/** Signs in by passkey. Lists, adds and removes a person's own passkeys. */
export function registerPasskeys(app: FastifyInstance, deps: HttpDependencies): void {
  const { signIn, database } = deps

  app.post('/sign-in/passkey/options', async (request, reply) => {
    const { options, cookies } = await signIn.askForPasskey(browserOf(request))
    setCookies(reply, cookies)
    return options
  })

  app.post('/sign-in/passkey', async (request, reply) => {
    const response = readObject(request.body, 'response')
    const tried = await limitSignIn(request, reply, deps, `passkey ${request.headers.cookie ?? ''}`)
    const outcome = await signIn.signInByPasskey(browserOf(request), response)
    if (!('userId' in outcome)) throw new DomainError('unauthenticated', 'wrong_passkey', say('wrong_passkey'))
    await tried.wasRight()
    return enter(request, reply, deps, { ...outcome, method: 'passkey' })
  })

  app.post('/confirm/passkey', async (request, reply) => {
    const response = readObject(request.body, 'response')
    const { token, user } = await requireSession(request, deps)
    const tried = await limitSignIn(request, reply, deps, user.email)
    const outcome = await signIn.signInByPasskey(browserOf(request), response)
    // The present session continues, so this ends the session that the passkey began.
    if ('userId' in outcome) await signIn.signOut(holding(browserOf(request), outcome.cookies))
    if (!('userId' in outcome) || outcome.userId !== user.id) {
      throw new DomainError('forbidden', 'wrong_passkey', say('wrong_passkey'))
    }
    await tried.wasRight()
    await confirmSession(database.system, token, deps.now())
    return { isConfirmed: true }
  })

  registerOwnPasskeys(app, deps)
}

/** A person's own passkeys, in their profile. */
function registerOwnPasskeys(app: FastifyInstance, deps: HttpDependencies): void {
  const { signIn, database } = deps

  app.get('/passkeys', async (request) => {
    const { user } = await requireSession(request, deps)
    const passkeys = await listPasskeys(database.system, user.id)
    return { passkeys: passkeys.map((each) => ({ ...each, id: formatId('passkey', each.id) })) }
  })

  app.post('/passkeys/options', async (request, reply) => {
    await requireFreshSession(request, deps)
    const offered = await signIn.offerPasskey(browserOf(request))
    if ('refused' in offered) throw new DomainError('unauthenticated', 'unauthenticated', say('session_ended'))
    setCookies(reply, offered.cookies)
    return offered.options
  })

  app.post('/passkeys', async (request) => {
    const { name } = readMembers(request.body, ['name'])
    const response = readObject(request.body, 'response')
    const { user } = await requireFreshSession(request, deps)
    const added = await signIn.addPasskey(browserOf(request), { response, name })
    if ('refused' in added) throw new DomainError('conflict', 'passkey_refused', say('passkey_refused'))
    await noteSignInAct(doorOf(request, deps), user.id, { action: 'user.passkey_added', data: { name } })
    return { id: formatId('passkey', added.id), name }
  })

  app.delete<{ Params: { id: string } }>('/passkeys/:id', async (request) => {
    const { user } = await requireFreshSession(request, deps)
    const id = parseId('passkey', request.params.id)
    if (!id) throw notFound('passkey')
    await removePasskey(doorOf(request, deps), user.id, id)
    return { isRemoved: true }
  })
}
