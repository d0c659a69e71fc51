import type { FastifyInstance } from 'fastify'
import { confirmSession } from '../../../core/accounts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { requireSameOrigin } from '../../same-origin.ts'
import type { Face } from '../../server.ts'
import { browserOf, sessionTokenOf, setCookies } from '../../sign-in.ts'
import { renderSignInError, requireAccepted, wrongPassword } from './answers.ts'
import { limitSignIn } from './limits.ts'
import { readMembers } from './members.ts'
import { requireSession, showSession } from './session.ts'

/** People's sign-in: what the pages of the app and nobody else asks, by JSON and by cookie. */
export const signInFace: Face = { prefix: '/auth', plugin: signInPlugin, renderError: renderSignInError }

async function signInPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  const { signIn } = deps
  app.removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded'])
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', vary: 'Cookie', 'x-content-type-options': 'nosniff' })
    requireSameOrigin(request)
  })

  app.get('/session', async (request, reply) => {
    if (sessionTokenOf(request, deps) !== null) setCookies(reply, await signIn.prolong(browserOf(request)))
    return showSession(request, deps)
  })

  app.post('/sign-in/email', async (request, reply) => {
    const given = readMembers(request.body, ['email', 'password'])
    const tried = await limitSignIn(request, reply, deps, given.email)
    const outcome = await signIn.signInByPassword(browserOf(request), given)
    setCookies(reply, requireAccepted(outcome))
    await tried.wasRight()
    return { isSignedIn: true }
  })

  app.post('/confirm', async (request, reply) => {
    const { password } = readMembers(request.body, ['password'])
    const { token, user } = await requireSession(request, deps)
    const tried = await limitSignIn(request, reply, deps, user.email)
    if (!(await signIn.checkPassword(browserOf(request), password))) throw wrongPassword()
    await tried.wasRight()
    await confirmSession(deps.database.system, token, deps.now())
    return { isConfirmed: true }
  })

  app.post('/sign-out', async (request, reply) => {
    setCookies(reply, await signIn.signOut(browserOf(request)))
    return { isSignedIn: false }
  })
}
