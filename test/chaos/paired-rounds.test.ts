import { expect, test } from 'vitest'
import { judgeTriples } from './paired-rounds.ts'

const triples = (...rounds: [before: number, dark: number, after: number][]) =>
  judgeTriples(rounds.map(([before, dark, after]) => ({ before, with: dark, after }))).decision

test.each<[string, [number, number, number][], string]>([
  [
    'a quiet machine on which nothing moves',
    [
      [20, 20, 20],
      [20, 21, 20],
      [21, 20, 20],
    ],
    'holds',
  ],
  [
    'a quiet machine on which a fifth moves',
    [
      [20, 25, 20],
      [20, 24, 20],
      [21, 26, 20],
    ],
    'is broken',
  ],
  [
    'a machine that gets busier all the time',
    [
      [20, 30, 40],
      [50, 60, 70],
      [80, 90, 100],
    ],
    'holds',
  ],
  [
    'a noisy machine, on which equal rounds differ as much',
    [
      [20, 31, 30],
      [50, 24, 33],
      [20, 22, 28],
    ],
    'holds',
  ],
  [
    'a noisy machine on which it moves more than the machine',
    [
      [20, 60, 28],
      [30, 70, 22],
      [20, 80, 24],
    ],
    'is broken',
  ],
  [
    'a machine on which equal rounds differ wildly',
    [
      [20, 90, 90],
      [200, 20, 30],
      [10, 50, 40],
    ],
    'cannot be told',
  ],
])('paired rounds tell %s', (_machine, rounds, decision) => {
  expect(triples(...rounds)).toBe(decision)
})
