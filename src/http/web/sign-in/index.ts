import type { FastifyInstance } from 'fastify'
import { confirmSession, noteSignInAct, readSession } from '../../../core/accounts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { heedMethods } from '../../other-methods.ts'
import { requireSameOrigin } from '../../same-origin.ts'
import type { Face } from '../../server.ts'
import { browserOf, sessionTokenOf, setCookies } from '../../sign-in.ts'
import { renderSignInError, wrongEmailOrPassword, wrongPassword } from './answers.ts'
import { doorOf } from './door.ts'
import { enter } from './enter.ts'
import { limitSignIn } from './limits.ts'
import { readMembers } from './members.ts'
import { registerPasskeys } from './passkeys.ts'
import { registerPasswords } from './passwords.ts'
import { registerProfile } from './profile.ts'
import { registerSecondFactors } from './second-factors.ts'
import { requireSession, showSession } from './session.ts'
import { registerSetUp } from './set-up.ts'

/** The addresses of people's sign-in. Only the pages of the app use them, with JSON and cookies. */
export const signInFace: Face = { prefix: '/auth', plugin: signInPlugin, renderError: renderSignInError }

async function signInPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  const { signIn } = deps
  app.removeContentTypeParser(['text/plain', 'application/x-www-form-urlencoded'])
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({ 'cache-control': 'no-store', vary: 'Cookie', 'x-content-type-options': 'nosniff' })
    requireSameOrigin(request)
  })

  const refuseOtherMethods = heedMethods(app)
  registerPasswords(app, deps)
  registerSetUp(app, deps)
  registerSecondFactors(app, deps)
  registerPasskeys(app, deps)
  registerProfile(app, deps)

  app.get('/session', async (request, reply) => {
    if (sessionTokenOf(request, deps) !== null) setCookies(reply, await signIn.prolong(browserOf(request)))
    return showSession(request, deps)
  })

  app.post('/sign-in/email', async (request, reply) => {
    const given = readMembers(request.body, ['email', 'password'])
    const tried = await limitSignIn(request, reply, deps, given.email)
    const outcome = await signIn.signInByPassword(browserOf(request), given)
    if ('refused' in outcome) {
      await tried.wasWrong()
      throw wrongEmailOrPassword()
    }
    await tried.wasRight()
    if ('needsCode' in outcome) {
      setCookies(reply, outcome.cookies)
      return { isSignedIn: false, needsCode: true }
    }
    return enter(request, reply, deps, { ...outcome, method: 'password' })
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
    const token = sessionTokenOf(request, deps)
    const known = token === null ? null : await readSession(deps.database.system, token, deps.now())
    setCookies(reply, await signIn.signOut(browserOf(request)))
    if (known) await noteSignInAct(doorOf(request, deps), known.user.id, { action: 'user.signed_out' })
    return { isSignedIn: false }
  })
  refuseOtherMethods()
}
