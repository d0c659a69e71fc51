import type { FastifyRequest } from 'fastify'
import type { AtTheDoor } from '../../../core/accounts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import { originOf } from '../../origin.ts'

/** The caller before they are signed in: the handle that reads all organizations, and where they come from. */
export function doorOf(request: FastifyRequest, { database, vault, now }: HttpDependencies): AtTheDoor {
  return { db: database.system, vault, now: now(), origin: originOf(request) }
}
