import type { SealFault } from '../../core/evidence/index.ts'

/** Why a document was not sealed. Its code survives the way from a worker to this thread. */
export class SealError extends Error {
  readonly code: SealFault

  constructor(code: SealFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SealError'
    this.code = code
  }
}
