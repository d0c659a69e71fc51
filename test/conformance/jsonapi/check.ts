import { expect } from 'vitest'
import { atomicExtension } from '../../../src/http/jsonapi/media-types.ts'
import type { Answer } from '../../support/jsonapi.ts'
import type { World } from './world.ts'

/** The proof of one rule in a world that all rules share. It changes only objects that it has made itself. */
export type Check = (world: World) => Promise<void>
export type Checks = Record<string, Check>

export const atomicType = `application/vnd.api+json;ext="${atomicExtension}"`

/** Expects a status, and shows the whole answer when it differs. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${answer.text}`)
  return answer
}

/** Expects one error with a status and a source. */
export function expectError(answer: Answer, status: number, source?: object): Answer {
  expectStatus(answer, status)
  if (source) expect(answer.body.errors[0].source).toEqual(source)
  return answer
}

/** Expects each path to be refused with 400 that names the parameter. */
export async function expectRefused(world: World, parameter: string | null, paths: string[]): Promise<void> {
  for (const path of paths) expectError(await world.get(path), 400, parameter === null ? undefined : { parameter })
}
