// Runs one engine in a process of its own, steered by messages: node engine-process.ts <name> <setting as JSON>
import { type Engine, eachOf, now, type OpenEngine, type Setting } from './parts.ts'

type Order =
  | { do: 'fill'; from: number; count: number }
  | { do: 'start' }
  | { do: 'steady'; from: number; count: number; perSecond: number }
  | { do: 'emit-many'; from: number; count: number }
  | { do: 'stop' }

const [name = '', text = '{}'] = process.argv.slice(2)
const setting: Setting = JSON.parse(text)
const { open }: { open: OpenEngine } = await import(new URL(`engines/${name}.ts`, import.meta.url).href)
const engine: Engine = await open(setting)

process.on('disconnect', () => process.exit())
process.on('message', (order: Order) => {
  obey(order).then(
    (answer) => process.send?.({ answer: answer ?? null }),
    (error) => process.send?.({ error: String(error) }),
  )
})
process.send?.({ answer: 'ready' })

async function obey(order: Order): Promise<unknown> {
  if (order.do === 'fill') return engine.fill(order.from, order.count)
  if (order.do === 'start') return engine.start()
  if (order.do === 'stop') return engine.stop()
  if (order.do === 'emit-many') return eachOf(order.from, order.count, 8, engine.emit)
  return emitSteadily(order)
}

/** Emits events at a steady rate. Returns the commit time of each. */
async function emitSteadily({ from, count, perSecond }: { from: number; count: number; perSecond: number }) {
  const committed: [number, number][] = []
  const start = now()
  const calls: Promise<void>[] = []
  for (let index = 0; index < count; index++) {
    const wait = start + (index * 1_000) / perSecond - now()
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
    calls.push(engine.emit(from + index).then((at) => void committed.push([from + index, at])))
  }
  await Promise.all(calls)
  return committed
}
