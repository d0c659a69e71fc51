import type { FastifyRequest } from 'fastify'
import type { AtTheDoor } from '../../../core/accounts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { originOf } from '../../origin.ts'

/** The caller before sign-in: the handle that reads all organizations, and the origin of the request. */
export function doorOf(request: FastifyRequest, { database, vault, now }: HttpDependencies): AtTheDoor {
  return { db: database.system, vault, now: now(), origin: originOf(request) }
}
