/**
 * A fault that stops a start and that the operator can mend. `message` has the fault and then the advice; `mend` has
 * the advice alone.
 */
export class StartupError extends Error {
  override readonly name = 'StartupError'
  readonly mend: string

  constructor(problem: string, mend: string, options?: ErrorOptions) {
    super(`${problem} ${mend}`, options)
    this.mend = mend
  }
}

/** The `code` of a system error (`ENOENT`, …), or undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
