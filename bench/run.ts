// npm run bench -- <name> [case ...]: runs bench/<name>.ts. With named cases it writes no results.
import { existsSync, readdirSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { drawPlot } from './plot.ts'
import { type Benchmark, type Row, summarize } from './result.ts'

const here = (path: string) => new URL(path, import.meta.url)
const ownFiles = ['run.ts', 'plot.ts', 'result.ts']

const [name = '', ...only] = process.argv.slice(2)
if (!/^[a-z-]+$/.test(name) || ownFiles.includes(`${name}.ts`) || !existsSync(here(`${name}.ts`))) {
  const known = readdirSync(here('.')).filter((file) => /^[a-z-]+\.ts$/.test(file) && !ownFiles.includes(file))
  console.error(`Say which: npm run bench -- ${known.map((file) => file.replace(/\.ts$/, '')).join(' | ')}`)
  process.exit(2)
}

const { run }: { run: Benchmark } = await import(here(`${name}.ts`).href)
const cases = await run(only)
const rows = cases.map(summarize)
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, platform: process.platform }
if (only.length === 0 && cases.length > 0) {
  await mkdir(here('results/'), { recursive: true })
  await writeFile(here(`results/${name}.json`), `${JSON.stringify({ name, machine, rows, cases }, null, 2)}\n`)
  await writeFile(here(`results/${name}.svg`), drawPlot(name, cases))
}

console.log(formatTable(rows))
console.log(JSON.stringify({ name, rows }))
process.exit() // also while the library of a peer holds something open

function formatTable(lines: Row[]): string {
  const cells = lines.map(({ case: what, ours, peer, ratio, unit }) => [what, ours, peer, ratio, unit].map(String))
  const all = [['case', 'ours', 'peer', 'ratio', 'unit'], ...cells]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0))) ?? []
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
