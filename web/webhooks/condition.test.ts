import { expect, test } from 'vitest'
import { conditionOf } from './condition.ts'

const well = { serviceStatus: true, disabledReason: null, failingSince: null, lastSuccessAt: '2026-03-01T12:00:00Z' }

test.each([
  [{}, 'well'],
  [{ lastSuccessAt: null }, 'untried'],
  [{ failingSince: '2026-03-01T12:00:00Z' }, 'failing'],
  [{ lastSuccessAt: null, failingSince: '2026-03-01T12:00:00Z' }, 'failing'],
  [{ serviceStatus: false, disabledReason: 'user' }, 'off'],
  [{ serviceStatus: false, disabledReason: 'gone', failingSince: '2026-03-01T12:00:00Z' }, 'gone'],
  [{ serviceStatus: false, disabledReason: 'failing' }, 'given-up'],
] as const)('a healthy webhook with %o is %s', (told, condition) => {
  expect(conditionOf({ ...well, ...told })).toBe(condition)
})
