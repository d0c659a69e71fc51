/** Does the work of one job. It may run more than once. A handler that throws is retried. */
type JobHandler<Dependencies> = (dependencies: Dependencies, payload: Record<string, unknown>) => Promise<void>

/** The jobs of an area, by name. */
export type JobHandlers<Dependencies> = Record<string, JobHandler<Dependencies>>

/** Fills in the dependencies of an area's handlers, for the runner. */
export function bindHandlers<Dependencies>(handlers: JobHandlers<Dependencies>, dependencies: Dependencies) {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [
      name,
      (payload: Record<string, unknown>) => handle(dependencies, payload),
    ]),
  )
}
