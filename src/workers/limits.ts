/** What a worker may take. One that takes more is ended; the next piece of work gets a new one. */
export type WorkerLimits = {
  /**
   * A thread is light. It bounds JavaScript's own memory, not buffers, and cannot be stopped inside native code. A
   * process can always be stopped, and all its memory counts: for native libraries.
   */
  kind: 'thread' | 'process'
  memoryMb: number
  /** For one piece of work, without the time that it waits for its turn. */
  timeoutMs: number
  /** How many work at once; 1 unless given. */
  workers?: number
  /** How many pieces of work may wait for their turn; 100 unless given. */
  waiting?: number
  /** A worker that had nothing to do for so long is ended; 60 s unless given. */
  idleMs?: number
}

/** Why a piece of work was not done: it took too much, its worker died under it, or too many waited already. */
export type WorkerFault = 'memory' | 'time' | 'died' | 'busy'

const words: Record<WorkerFault, string> = {
  memory: 'The work took more memory than its limit.',
  time: 'The work took more time than its limit.',
  died: 'The worker ended before the work was done.',
  busy: 'Too much work waits already.',
}

/**
 * Whether an error says that the work itself broke a limit, in a worker or in a worker of that: it was not merely refused
 * because too much waited.
 */
export function isBrokenLimit(error: unknown): error is Error {
  return error instanceof Error && error.name === 'WorkerLimitError' && 'fault' in error && error.fault !== 'busy'
}

/** The work broke a limit of its worker. Errors that the work itself throws arrive as they are. */
export class WorkerLimitError extends Error {
  readonly fault: WorkerFault

  constructor(fault: WorkerFault, cause?: Error) {
    super(words[fault], { cause })
    this.name = 'WorkerLimitError'
    this.fault = fault
  }
}
