import type { FastifyReply, FastifyRequest } from 'fastify'
import { noteSignInAct, type SignInMethod } from '../../../core/accounts/index.ts'
import type { Id } from '../../../core/ids.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { setCookies } from '../../sign-in.ts'
import { doorOf } from './door.ts'

/**
 * Signs in a person who has proved their identity. The trails of their organizations record it, and the browser gets
 * its cookies.
 */
export async function enter(
  request: FastifyRequest,
  reply: FastifyReply,
  deps: HttpDependencies,
  { cookies, userId, method }: { cookies: string[]; userId: Id; method: SignInMethod },
): Promise<{ isSignedIn: true }> {
  await noteSignInAct(doorOf(request, deps), userId, { action: 'user.signed_in', data: { method } })
  setCookies(reply, cookies)
  return { isSignedIn: true }
}
