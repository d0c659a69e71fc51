import { DomainError, type Fault, invalid } from '../../core/errors.ts'
import type { Endpoint } from './endpoint.ts'

type Names = Endpoint['memberNames']

/** Runs the work. Faults with core's names get the wire names. */
export function namingMembers<T>(names: Names, work: () => Promise<T>): Promise<T> {
  return namingFaults((fault) => toWire(fault, names), work)
}

/** Runs the work. Its faults get the names from `rename`. */
export async function namingFaults<T>(rename: (fault: Fault) => Fault, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.faults.length === 0) throw error
    throw error.code === 'validation_failed' ? invalid(error.faults.map(rename), error.untold) : error
  }
}

// Names inside these members are the caller's own.
const ownNames = /(metadata|headers|^file)$/

function toWire(fault: Fault, names: Names = {}): Fault {
  const open = fault.path.findIndex((name) => ownNames.test(name))
  const isOwn = (index: number) => (open >= 0 && index > open) || isFieldKey(fault.path, index)
  const nameOf = (name: string, index: number) => {
    // A name may have another wire name only within a list of one kind, such as type in requiredVerifications.
    const around = fault.path.slice(0, index).findLast((one) => !/^\d+$/.test(one))
    const known = [`${around}.${name}`, name].find((one) => Object.hasOwn(names, one))
    return known === undefined ? snakeCase(name) : (names[known] ?? name)
  }
  return { ...fault, path: fault.path.map((name, index) => (isOwn(index) ? name : nameOf(name, index))) }
}

/** Keys name the fields of a signer; numbers name those of an agreement. */
function isFieldKey(path: readonly string[], index: number): boolean {
  return path[index - 1] === 'fields' && !/^\d+$/.test(path[index] ?? '')
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}
