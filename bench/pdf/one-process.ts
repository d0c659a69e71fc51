// Run by bench/pdf.ts as a process of its own: node one-process.ts <engine> <document> <how many>. Prints the time
// of the first document from the start of loading, and the memory at the end, helpers included, as JSON.
import { readFileSync } from 'node:fs'
import { documents } from './documents.ts'
import { engines } from './engines.ts'

const [engine = '', name = '', count = '1'] = process.argv.slice(2)
const input = documents[name]
const load = engines[engine]
if (!input || !load) throw new Error(`There is no engine ${engine} or no document ${name}.`)
// The typesetter does not keep this process alive between documents.
const alive = setInterval(() => {}, 1_000)
const start = performance.now()
const render = await load()
await render(input)
const first = performance.now() - start
for (let index = 1; index < Number(count); index++) await render(input)
console.log(JSON.stringify({ first, megabytes: memoryOf(process.pid) }))
clearInterval(alive)
process.exit()

function memoryOf(pid: number): number {
  const own = Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean)
  return children.reduce((sum, child) => sum + memoryOf(Number(child)), own)
}
