import { DomainError, type Fault, invalid } from '../../core/errors.ts'
import type { Endpoint } from './endpoint.ts'

type Names = Endpoint['memberNames']

/** Runs the work; faults with core's names come out with wire names. */
export function namingMembers<T>(names: Names, work: () => Promise<T>): Promise<T> {
  return namingFaults((fault) => toWire(fault, names), work)
}

/** Runs the work; its faults come out with the names of `rename`. */
export async function namingFaults<T>(rename: (fault: Fault) => Fault, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.faults.length === 0) throw error
    throw error.code === 'validation_failed' ? invalid(error.faults.map(rename), error.untold) : error
  }
}

// Names inside these are the caller's own.
const ownNames = /(metadata|headers|^file)$/

function toWire(fault: Fault, names: Names = {}): Fault {
  const open = fault.path.findIndex((name) => ownNames.test(name))
  const isOwn = (index: number) => (open >= 0 && index > open) || isFieldKey(fault.path, index)
  const nameOf = (name: string, index: number) => {
    // A name may be another one only within a list of one kind, as type is in requiredVerifications.
    const around = fault.path.slice(0, index).findLast((one) => !/^\d+$/.test(one))
    const known = [`${around}.${name}`, name].find((one) => Object.hasOwn(names, one))
    return known === undefined ? snakeCase(name) : (names[known] ?? name)
  }
  return { ...fault, path: fault.path.map((name, index) => (isOwn(index) ? name : nameOf(name, index))) }
}

/** The fields of a signer are named by keys, those of an agreement are counted. */
function isFieldKey(path: readonly string[], index: number): boolean {
  return path[index - 1] === 'fields' && !/^\d+$/.test(path[index] ?? '')
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
