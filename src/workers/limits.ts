/** The limits of a worker. A worker that breaks a limit is ended, and the next piece of work gets a new one. */
export type WorkerLimits = {
  /**
   * A thread is light, but bounds only JavaScript's own memory and cannot be stopped inside native code. A process
   * can always be stopped, and all its memory counts: for native libraries.
   */
  kind: 'thread' | 'process'
  memoryMb: number
  /** The time of one piece of work, without its waiting time. */
  timeoutMs: number
  /** The greatest number of workers at once; 1 by default. */
  workers?: number
  /** The greatest number of waiting pieces of work; 100 by default. */
  waiting?: number
  /** An idle worker is ended after this time; 60 s by default. */
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
 * Whether an error says that the work broke a limit, in its worker or in a worker of that worker. False for work that
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
