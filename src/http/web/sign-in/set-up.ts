import type { FastifyInstance } from 'fastify'
import { requireSetUp, setUpServer, waitsForSetUp } from '../../../core/accounts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { browserOf } from '../../sign-in.ts'
import { wrongEmailOrPassword } from './answers.ts'
import { doorOf } from './door.ts'
import { enter } from './enter.ts'
import { limitSignIn } from './limits.ts'
import { readMembers, readToken } from './members.ts'

const members = ['token', 'organizationName', 'slug', 'name', 'email', 'password'] as const

/** Creates the first organization and its admin, by the link that the server printed. */
export function registerSetUp(app: FastifyInstance, deps: HttpDependencies): void {
  app.get('/set-up', async (request, reply) => {
    const token = readToken(request.query)
    if (token === '') return { isWaiting: await waitsForSetUp(deps.database.system) }
    const tried = await limitSignIn(request, reply, deps, 'set-up')
    await requireSetUp(doorOf(request, deps), token)
    await tried.wasRight()
    return { isWaiting: true }
  })

  app.post('/set-up', async (request, reply) => {
    const given = readMembers(request.body, members)
    const tried = await limitSignIn(request, reply, deps, 'set-up')
    await setUpServer(doorOf(request, deps), given, deps.hashPassword)
    await tried.wasRight()
    const outcome = await deps.signIn.signInByPassword(browserOf(request), given)
    if (!('userId' in outcome)) throw wrongEmailOrPassword()
    await enter(request, reply, deps, { ...outcome, method: 'password' })
    return { organization: given.slug }
  })
}
