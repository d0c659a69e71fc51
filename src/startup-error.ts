/**
 * Sealane could not start for a reason that its operator can mend.
 * `message` says what is wrong and then what to do; `mend` is the second half alone.
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
