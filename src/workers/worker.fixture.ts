import { serveWork } from './serve.ts'

/** Does what a test asks of its worker. */
serveWork(async (input: { do: string; size?: number }) => {
  if (input.do === 'fail') throw new RangeError('As you asked.')
  if (input.do === 'die') process.exit(3)
  for (; input.do === 'spin'; );
  if (input.do === 'keep objects')
    for (const kept: object[] = []; ; ) kept.push(Array.from({ length: 1_000 }, () => ({})))
  if (input.do === 'keep bytes') for (const kept: Buffer[] = []; ; ) kept.push(Buffer.alloc(1_048_576, 1))
  if (input.do === 'environment') return Object.keys(process.env).length
  return input.size === undefined ? 'done' : new Uint8Array(input.size).fill(7)
})
