import type { FastifyInstance } from 'fastify'
import { changePassword, readPasswordReset, requestPasswordReset, resetPassword } from '../../../core/accounts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { browserOf } from '../../sign-in.ts'
import { wrongPassword } from './answers.ts'
import { doorOf } from './door.ts'
import { limitSignIn } from './limits.ts'
import { readMembers, readToken } from './members.ts'
import { requireSession } from './session.ts'

/** Resets a forgotten password, and changes a known one. */
export function registerPasswords(app: FastifyInstance, deps: HttpDependencies): void {
  const { db } = { db: deps.database.system }

  // The answer, and the work before it, are the same for every address.
  app.post('/password/forgot', async (request, reply) => {
    const { email } = readMembers(request.body, ['email'])
    await limitSignIn(request, reply, deps, email)
    await requestPasswordReset(db, email)
    return { isAccepted: true }
  })

  app.get('/password/reset', async (request, reply) => {
    const token = readToken(request.query)
    await limitSignIn(request, reply, deps, token)
    return readPasswordReset(db, token, deps.now())
  })

  app.post('/password/reset', async (request, reply) => {
    const given = readMembers(request.body, ['token', 'password'])
    const tried = await limitSignIn(request, reply, deps, given.token)
    await resetPassword(doorOf(request, deps), given, deps.hashPassword)
    await tried.wasRight()
    return { isReset: true }
  })

  app.post('/password', async (request, reply) => {
    const { currentPassword, newPassword } = readMembers(request.body, ['currentPassword', 'newPassword'])
    const { user, session } = await requireSession(request, deps)
    const tried = await limitSignIn(request, reply, deps, user.email)
    if (!(await deps.signIn.checkPassword(browserOf(request), currentPassword))) throw wrongPassword()
    await tried.wasRight()
    const change = { userId: user.id, sessionId: session.id, password: newPassword }
    await changePassword(doorOf(request, deps), change, deps.hashPassword)
    return { isChanged: true }
  })
}
