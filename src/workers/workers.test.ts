import { afterAll, expect, test } from 'vitest'
import { createLimitedWorker, isBrokenLimit, type WorkerLimits } from './index.ts'

const module = new URL('./worker.fixture.ts', import.meta.url)
const made: { close(): Promise<void> }[] = []

function newWorker(over: Partial<WorkerLimits>) {
  const limits = { kind: 'thread' as const, memoryMb: 200, timeoutMs: 20_000, ...over }
  const worker = createLimitedWorker<{ do: string; size?: number }, unknown>(module, limits)
  made.push(worker)
  return worker
}

afterAll(() => Promise.all(made.map((worker) => worker.close())))

const kinds = ['thread', 'process'] as const

test.each(kinds)('a %s returns the result of its work, bytes too, or its error', async (kind) => {
  const worker = newWorker({ kind })
  expect(await worker.run({ do: 'nothing' })).toBe('done')
  expect(new Uint8Array(Object(await worker.run({ do: 'nothing', size: 3 })))).toEqual(new Uint8Array([7, 7, 7]))
  await expect(worker.run({ do: 'fail' })).rejects.toMatchObject({ name: 'RangeError', message: 'As you asked.' })
})

test.each(kinds)('a %s that takes too long is ended, and the next work is done', async (kind) => {
  const worker = newWorker({ kind, timeoutMs: 400 })
  const late = expect(worker.run({ do: 'spin' })).rejects.toMatchObject({ fault: 'time' })
  const next = worker.run({ do: 'nothing' })
  await late
  expect(await next).toBe('done')
})

// A process begins with about 60 MB, and a thread with nearly nothing.
test.each([
  ['thread', 'keep objects', 50],
  ['process', 'keep objects', 150],
  ['process', 'keep bytes', 150],
] as const)(
  'a %s that would %s without end is ended, and the next piece of work is done',
  async (kind, what, memoryMb) => {
    const worker = newWorker({ kind, memoryMb })
    await expect(worker.run({ do: what })).rejects.toMatchObject({ fault: 'memory' })
    expect(await worker.run({ do: 'nothing' })).toBe('done')
  },
)

test.each(kinds)('a %s that ends by itself is reported, and the next work is done', async (kind) => {
  const worker = newWorker({ kind })
  await expect(worker.run({ do: 'die' })).rejects.toMatchObject({ fault: 'died' })
  expect(await worker.run({ do: 'nothing' })).toBe('done')
})

test.each(kinds)('a %s that cannot be started is no fault of the work', async (kind) => {
  const limits = { kind, memoryMb: 200, timeoutMs: 20_000 }
  const worker = createLimitedWorker<object, unknown>(new URL('./limits.ts', import.meta.url), limits)
  made.push(worker)
  const error = await worker.run({}).catch((thrown: unknown) => thrown)
  expect([error, isBrokenLimit(error)]).toEqual([expect.objectContaining({ fault: 'unstarted' }), false])
})

test.each(kinds)('a %s cannot see the environment', async (kind) => {
  expect(await newWorker({ kind }).run({ do: 'environment' })).toBe(0)
})

test('work beyond the queue’s limit is refused at once', async () => {
  const worker = newWorker({ waiting: 1 })
  const [first, second] = [worker.run({ do: 'nothing' }), worker.run({ do: 'nothing' })]
  await expect(worker.run({ do: 'nothing' })).rejects.toMatchObject({ fault: 'busy' })
  expect(await Promise.all([first, second])).toEqual(['done', 'done'])
})

test('closing ends unfinished work', async () => {
  const worker = newWorker({})
  const [running, waiting] = [worker.run({ do: 'spin' }), worker.run({ do: 'nothing' })]
  const ends = [running, waiting].map((work) => expect(work).rejects.toMatchObject({ fault: 'died' }))
  await worker.close()
  await Promise.all(ends)
})
