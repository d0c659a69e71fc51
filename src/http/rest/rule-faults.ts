import { DomainError, type Fault, invalid, maxFaults } from '../../core/errors.ts'
import { keepWellShaped, placesOf, standsBeside } from '../well-shaped.ts'
import type { Endpoint, Words } from './endpoint.ts'

type Names = Endpoint['memberNames']

/**
 * The refusal of a request whose shape is at fault: with what core finds wrong in the rest of it, so that whoever sent it
 * hears of everything at once. What core says of a value that is malformed inside is left out.
 */
export async function refuseShape(
  endpoint: Endpoint,
  words: Words<unknown, unknown>,
  shape: readonly Fault[],
): Promise<DomainError> {
  const { findFaults } = endpoint
  // Of more than are told, not all were looked for, so nothing sure is left for core to judge.
  if (!findFaults || shape.length >= maxFaults) return invalid(shape)
  const paths = shape.map((fault) => fault.path).filter((path) => path.length > 0)
  const places = placesOf(paths)
  const keep = (value: unknown, schema: object = {}) => {
    const kept = keepWellShaped(value, schema, places)
    return isObject(kept) ? kept : {}
  }
  const [query, body] = [keep(words.query, endpoint.query), keep(words.body, endpoint.body)]
  const malformed = paths.flatMap(([name = '']) => name)
  const found = await findFaults({ ...words, query, body, malformed })
  const told = found.map((fault) => toWire(fault, endpoint.memberNames))
  return invalid([...shape, ...told.filter((fault) => standsBeside(fault, places))])
}

/** Runs the work; faults that name members of core come out naming those of the wire. */
export function namingMembers<T>(names: Names, work: () => Promise<T>): Promise<T> {
  return namingFaults((fault) => toWire(fault, names), work)
}

/** Runs the work; its faults come out under the names that `rename` gives them. */
export async function namingFaults<T>(rename: (fault: Fault) => Fault, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.faults.length === 0) throw error
    throw error.code === 'validation_failed' ? invalid(error.faults.map(rename)) : error
  }
}

// The names inside are the caller's own.
const ownNames = /(metadata|headers)$/

function toWire(fault: Fault, names: Names): Fault {
  const open = fault.path.findIndex((name) => ownNames.test(name))
  const path = fault.path.map((name, index) => (open >= 0 && index > open ? name : (names?.[name] ?? snakeCase(name))))
  return { ...fault, path }
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
