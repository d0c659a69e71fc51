/** Does the work of one job. Runs at least once; throws to be tried again. */
export type JobHandler<Dependencies> = (dependencies: Dependencies, payload: Record<string, unknown>) => Promise<void>

/** The jobs of an area, by name. */
export type JobHandlers<Dependencies> = Record<string, JobHandler<Dependencies>>

/** The handlers of an area with their dependencies filled in, as the runner takes them. */
export function bindHandlers<Dependencies>(handlers: JobHandlers<Dependencies>, dependencies: Dependencies) {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (payload: Record<string, unknown>) => handle(dependencies, payload),
    ]),
  )
}
