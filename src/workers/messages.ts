export type ToWorker = { input: unknown }

/** `memory` is the memory of the worker's process after the work, in bytes. */
export type FromWorker =
  | { isReady: true }
  | { result: unknown; memory: number }
  | { error: { name: string; message: string; stack: string }; memory: number }

export type RunningWorker = {
  send(message: ToWorker): void
  /** Whether it keeps the server's process from ending. */
  hold(isHeld: boolean): void
  end(): Promise<void>
}

/**
 * The events of a worker. `ended` comes once and last. It tells whether memory was the reason, or which error was
 * thrown outside of work.
 */
type WorkerListener = {
  told(message: FromWorker): void
  ended(isMemory: boolean, cause?: Error): void
}

export type StartWorker = (module: URL, memoryMb: number, listener: WorkerListener) => RunningWorker
