/** Does the work of one job. Runs at least once; throws to be tried again. */
export type JobHandler<Dependencies> = (dependencies: Dependencies, payload: Record<string, unknown>) => Promise<void>

/** The jobs of an area, by name. */
export type JobHandlers<Dependencies> = Record<string, JobHandler<Dependencies>>
