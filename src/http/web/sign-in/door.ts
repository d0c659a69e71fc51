import type { FastifyRequest } from 'fastify'
import type { AtTheDoor } from '../../../core/accounts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { originOf } from '../../origin.ts'

/** Somebody at the door: on the handle that sees everybody, with where they come from. */
export function doorOf(request: FastifyRequest, { database, vault, now }: HttpDependencies): AtTheDoor {
  return { db: database.system, vault, now: now(), origin: originOf(request) }
}
