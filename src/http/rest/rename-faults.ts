import { DomainError, invalid } from '../../core/errors.ts'

/** Runs the work; faults that name a member of core come out naming the member of the wire. */
export async function renamingFaults<T>(names: Readonly<Record<string, string>>, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'validation_failed') throw error
    throw invalid(error.faults.map((fault) => ({ ...fault, path: fault.path.map((name) => names[name] ?? name) })))
  }
}
