declare module 'newman' {
  type Variable = { key: string; value: string }
  type Item = { name: string; parent(): { name: string } | undefined }
  type Execution = { item: Item; request: { method: string }; assertions?: object[] }
  type Failure = { source: Item; error: { test: string; message: string } }
  export type Summary = {
    run: { stats: { assertions: { total: number } }; failures: Failure[]; executions: Execution[] }
  }
  type Options = { collection: string | object; environment: { values: Variable[] } }
  const newman: { run(options: Options, done: (error: Error | null, summary: Summary) => void): void }
  export default newman
}
