import { DomainError, maxFaults } from '../../core/errors.ts'

/** One fault in the shape of a request, by wire names. `value` is the value in the request, unless it is secret. */
export type ShapeFault = { path: string[]; rule: string; message: string; value?: unknown }

/**
 * The refusal of a request's shape. It has the first `maxFaults` faults in the order of their paths, and the number of
 * the others, including the `untold` ones.
 */
export class ShapeRefusal extends DomainError {
  readonly shape: readonly ShapeFault[]

  constructor(found: readonly ShapeFault[], untold = 0) {
    const told = found.slice(0, maxFaults)
    const message = told.map(({ path, rule }) => `${path.join('.') || 'body'} ${rule}`).join(', ')
    super('invalid', 'validation_failed', null, { message, untold: untold + found.length - told.length })
    this.shape = told.sort((a, b) => byPath.compare(a.path.join('/'), b.path.join('/')))
  }
}

const byPath = new Intl.Collator('en', { numeric: true })
