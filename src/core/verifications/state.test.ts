import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type VerificationType, verificationCatalogue } from './catalogue.ts'
import type { Progress } from './provider.ts'
import { firstState, nextState, type Standing, stateOfProgress } from './state.ts'

const [identity, criminal, vehicle, drug] = verificationCatalogue.types.map((entry) => entry.value)
const none = { status: 'cancelled', result: null, subStatus: null }
const unfinished = { status: 'completed', result: null, subStatus: null }
const pending = { status: 'in_progress', result: 'pending', subStatus: null }
const ended = (result: string) => ({ status: 'completed', result, subStatus: null })

const table: [VerificationType | undefined, Progress['phase'], Progress['outcome'], Progress['level'], object][] = [
  [identity, 'started', null, null, { status: 'started', result: null, subStatus: null }],
  [drug, 'started', null, null, { status: 'started', result: null, subStatus: null }],
  [criminal, 'started', null, null, pending],
  [vehicle, 'started', null, null, pending],
  [identity, 'cancelled', null, null, none],
  [drug, 'cancelled', null, null, none],
  [criminal, 'cancelled', null, null, unfinished],
  [vehicle, 'cancelled', null, null, unfinished],
  [criminal, 'in_progress', null, 'national', { ...pending, subStatus: 'national_level_check' }],
  [criminal, 'in_progress', null, 'county', { ...pending, subStatus: 'county_level_check' }],
  [identity, 'in_progress', null, 'national', pending],
  [vehicle, 'in_progress', null, 'county', pending],
  [drug, 'in_progress', null, 'county', pending],
  [criminal, 'completed', 'verified', 'county', ended('verified')],
  [drug, 'completed', 'rejected', null, ended('rejected')],
  [identity, 'completed', 'unable_to_complete', null, none],
  [vehicle, 'completed', 'not_applicable', null, unfinished],
]

test.each(table)('%s that is %s, %s, at %s has its documented state', (type, phase, outcome, level, state) => {
  expect(type && stateOfProgress(type, { phase, outcome, level })).toEqual(state)
})

test.each(verificationCatalogue.types)(
  'a finding in a $value decides nothing, and the result stays pending',
  ({ value }) => {
    expect(stateOfProgress(value, { phase: 'completed', outcome: 'consider', level: null })).toEqual(pending)
  },
)

const types = fc.constantFrom(...verificationCatalogue.types.map((entry) => entry.value))
const progress = fc.record({
  phase: fc.constantFrom<Progress['phase']>('started', 'in_progress', 'completed', 'cancelled'),
  outcome: fc.constantFrom<Progress['outcome']>(
    ...([null, 'verified', 'rejected', 'consider', 'unable_to_complete', 'not_applicable'] as const),
  ),
  level: fc.constantFrom<Progress['level']>(null, 'national', 'county'),
})
// The history of a provider. Each (attempt, revision) has exactly one report.
const histories = fc
  .array(progress, { minLength: 1, maxLength: 8 })
  .map((steps) => steps.map((step, index) => ({ ...step, attempt: 1 + Math.floor(index / 3), revision: index + 1 })))

const begin = (type: VerificationType): Standing => ({
  ...firstState(type),
  attempt: 1,
  revision: 0,
  isClosedHere: false,
})

test('reports in any order and repeated at will lead to the state of the newest', () => {
  const arrivals = histories.chain((history) =>
    fc.tuple(fc.constant(history), fc.shuffledSubarray([...history, ...history], { minLength: history.length * 2 })),
  )
  fc.assert(
    fc.property(types, arrivals, (type, [history, arrived]) => {
      const inOrder = history.reduce((state: Standing, report) => nextState(type, state, report), begin(type))
      const asArrived = arrived.reduce((state: Standing, report) => nextState(type, state, report), begin(type))
      expect(asArrived).toEqual(inOrder)
    }),
  )
})

test('an older or repeated report never changes anything', () => {
  fc.assert(
    fc.property(types, histories, fc.nat(), (type, history, pick) => {
      const end = history.reduce((state: Standing, report) => nextState(type, state, report), begin(type))
      const old = history[pick % history.length]
      expect(old && nextState(type, end, old)).toBe(end)
    }),
  )
})

test('a newer revision reopens a completed verification, and nothing reopens one that was cancelled here', () => {
  const done: Standing = {
    status: 'completed',
    result: 'verified',
    subStatus: null,
    attempt: 1,
    revision: 3,
    isClosedHere: false,
  }
  const dispute = { phase: 'in_progress', outcome: null, level: null, attempt: 1, revision: 4 } as const
  expect(nextState('us_criminal_record_check', done, dispute)).toMatchObject({ status: 'in_progress', revision: 4 })
  const closed = { ...done, isClosedHere: true }
  expect(nextState('us_criminal_record_check', closed, { ...dispute, attempt: 9 })).toBe(closed)
})

test('every reachable state is a documented combination', () => {
  fc.assert(
    fc.property(types, progress, (type, said) => {
      const { status, result, subStatus } = stateOfProgress(type, said)
      const withSubmission = type === 'enhanced_identity_verification' || type === 'panel_drug'
      if (status === 'started' || status === 'cancelled') expect([withSubmission, result]).toEqual([true, null])
      expect(result === 'pending').toBe(status === 'in_progress')
      if (status === 'completed' && result === null) expect(withSubmission).toBe(false)
      if (subStatus) expect([type, status]).toEqual(['us_criminal_record_check', 'in_progress'])
    }),
  )
})
