import type { SealFault } from '../../core/evidence/index.ts'

/** Why a document was not sealed. It crosses from workers with its code. */
export class SealError extends Error {
  readonly code: SealFault

  constructor(code: SealFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'SealError'
    this.code = code
  }
}
