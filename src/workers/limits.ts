/** The limits of a worker. One that breaks a limit is ended; the next piece of work gets a new one. */
export type WorkerLimits = {
  /**
   * A thread is light, but bounds only JavaScript's own memory and cannot be stopped inside native code. A process
   * can always be stopped, and all its memory counts: for native libraries.
   */
  kind: 'thread' | 'process'
  memoryMb: number
  /** The time of one piece of work, without its wait. */
  timeoutMs: number
  /** How many workers there are at once; 1 by default. */
  workers?: number
  /** How many pieces of work may wait; 100 by default. */
  waiting?: number
  /** A worker that was idle for so long is ended; 60 s by default. */
  idleMs?: number
}

/** Why work was not done: it broke a limit, its worker died, no worker could be started, or too many waited already. */
export type WorkerFault = 'memory' | 'time' | 'died' | 'unstarted' | 'busy'

const words: Record<WorkerFault, string> = {
  memory: 'The work took more memory than its limit.',
  time: 'The work took more time than its limit.',
  died: 'The worker ended before the work was done.',
  unstarted: 'No worker could be started for the work.',
  busy: 'Too much work waits already.',
}

/**
 * Whether an error says that the work itself broke a limit, in a worker or in a worker of that, rather than that it
 * was refused.
 */
export function isBrokenLimit(error: unknown): error is Error {
  if (!(error instanceof Error && error.name === 'WorkerLimitError' && 'fault' in error)) return false
  return error.fault !== 'busy' && error.fault !== 'unstarted'
}

/** The error of work that broke a limit of its worker. Errors of the work itself arrive as they are. */
export class WorkerLimitError extends Error {
  readonly fault: WorkerFault

  constructor(fault: WorkerFault, cause?: Error) {
    super(words[fault], { cause })
    this.name = 'WorkerLimitError'
    this.fault = fault
  }
}
