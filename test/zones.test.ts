import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

type Said = { offset: number; days: unknown[]; moments: string[] }

/** The sentences of a process about days and moments, on a machine in a time zone. */
function sayIn(zone: string): Said {
  const env = { ...process.env, TZ: zone }
  return JSON.parse(
    execFileSync(process.execPath, ['test/support/said-in-a-zone.fixture.ts'], { encoding: 'utf8', env }),
  )
}

test('days are the same days, and times carry UTC, on machines of Kiritimati and of Anchorage', () => {
  const [east, west] = [sayIn('Pacific/Kiritimati'), sayIn('America/Anchorage')]
  expect([east.offset, west.offset]).toEqual([-840, 540])
  expect({ ...east, offset: 0 }).toEqual({ ...west, offset: 0 })
  expect(east.days).toContainEqual(['01/01/2026', '2026-01-01'])
  expect(east.days).toContainEqual(['December 31, 2199', '31 décembre 2199'])
  expect(east.moments.filter((said) => !said.endsWith(' UTC'))).toEqual([])
})
