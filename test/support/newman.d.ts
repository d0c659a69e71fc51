declare module 'newman' {
  type Variable = { key: string; value: string }
  type Execution = { request: { method: string } }
  type Failure = { source: { name: string }; error: { test: string; message: string } }
  type Summary = { run: { stats: { assertions: { total: number } }; failures: Failure[]; executions: Execution[] } }
  type Options = { collection: string | object; folder?: string; environment: { values: Variable[] } }
  const newman: { run(options: Options, done: (error: Error | null, summary: Summary) => void): void }
  export default newman
}
