import { expect, test } from 'vitest'
import { drawPlot } from './plot.ts'
import { summarize } from './result.ts'

const one = { case: 'a < b', ours: [3, 1, 2], peer: [4, 4, 8, 6], unit: 's', better: 'lower' } as const
const measured = { ...one, ours: [...one.ours], peer: [...one.peer] }

test('a row has the medians, and ours divided by the peer’s', () => {
  expect(summarize(measured)).toEqual({ case: 'a < b', ours: 2, peer: 5, ratio: 0.4, unit: 's' })
})

test('a case without samples is an error, not a zero', () => {
  expect(() => summarize({ ...measured, ours: [] })).toThrow('without samples')
})

test('the plot is well-formed and shows every sample', () => {
  const svg = drawPlot('startup', [measured])
  expect(svg.match(/<circle/g)).toHaveLength(7)
  expect(svg).toContain('a &#60; b')
})
