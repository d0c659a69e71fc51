declare module 'newman' {
  type Variable = { key: string; value: string }
  type Failure = { source: { name: string }; error: { test: string; message: string } }
  type Summary = { run: { stats: { assertions: { total: number } }; failures: Failure[] } }
  type Options = { collection: string; folder: string; environment: { values: Variable[] } }
  const newman: { run(options: Options, done: (error: Error | null, summary: Summary) => void): void }
  export default newman
}
