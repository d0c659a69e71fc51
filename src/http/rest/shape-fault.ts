import { DomainError } from '../../core/errors.ts'

/** What is wrong with the shape of a request, by the names of the wire. `value` is what was seen, unless it is secret. */
export type ShapeFault = { path: string[]; rule: string; message: string; value?: unknown }

/** The refusal of a request for its shape, with all faults in the order of their paths. */
export class ShapeRefusal extends DomainError {
  readonly shape: readonly ShapeFault[]

  constructor(shape: readonly ShapeFault[]) {
    super(
      'invalid',
      'validation_failed',
      shape.map(({ path, rule }) => `${path.join('.') || 'body'}: ${rule}.`).join(' '),
    )
    this.shape = shape.toSorted((a, b) => byPath.compare(a.path.join('/'), b.path.join('/')))
  }
}

const byPath = new Intl.Collator('en', { numeric: true })
