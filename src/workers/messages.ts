export type ToWorker = { input: unknown }

/** `memory` is what the worker's process holds after the work, in bytes. */
export type FromWorker =
  | { isReady: true }
  | { result: unknown; memory: number }
  | { error: { name: string; message: string; stack: string }; memory: number }

/** One worker that runs. */
export type RunningWorker = {
  send(message: ToWorker): void
  /** Whether it keeps the server's process from ending. */
  hold(isHeld: boolean): void
  end(): Promise<void>
}

/** What a worker tells; `ended` comes once, last, and says whether memory was why, or what was thrown outside of work. */
export type WorkerListener = {
  told(message: FromWorker): void
  ended(isMemory: boolean, cause?: Error): void
}

export type StartWorker = (module: URL, memoryMb: number, listener: WorkerListener) => RunningWorker
