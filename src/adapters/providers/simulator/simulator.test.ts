import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newPerson } from '../../../../test/support/verifications.ts'
import {
  tiersOfType,
  type VerificationTier,
  type VerificationType,
  verificationCatalogue,
} from '../../../core/verifications/index.ts'
import { simulator } from './index.ts'
import { scenarios } from './scenario.ts'

const start = new Date('2026-03-01T12:00:00.000Z')
const after = (ms: number) => new Date(start.getTime() + ms)
const key = '019c0000-0000-7000-8000-000000000001'
type Kind = { type: VerificationType; tier: VerificationTier | null }
const kinds = verificationCatalogue.types.flatMap(({ value: type }): Kind[] => {
  const tiers = tiersOfType[type]
  return tiers.length > 0 ? tiers.map((tier) => ({ type, tier })) : [{ type, tier: null }]
})

async function place(kind: Kind, last: string) {
  const answer = await simulator.order({ key, ...kind, subtype: null, person: newPerson(last) }, start)
  if (!answer.isAccepted) throw new Error(`The simulator refused: ${answer.code}`)
  return answer
}

/** All reports of an order. Each is fetched at the time that the report before it named. */
async function follow(kind: Kind, last: string) {
  const { reference, report } = await place(kind, last)
  const reports = [report]
  for (let next = report.checkAgainAt; next !== null; next = reports.at(-1)?.checkAgainAt ?? null)
    reports.push(await simulator.fetch(reference, next))
  return reports
}

const endings = [
  ['Clear', 'completed', 'verified'],
  ['consider', 'completed', 'consider'],
  ['REJECT', 'completed', 'rejected'],
  ['Suspend', 'completed', 'verified'],
  ['Dispute', 'completed', 'verified'],
  ['Cancel', 'cancelled', null],
  ['Slow', 'completed', 'verified'],
  ['Smith', 'completed', 'verified'],
] as const

test.each(kinds.flatMap((kind) => endings.map((ending) => [kind, ...ending] as const)))(
  '%j of a %s ends %s, %s',
  async (kind, last, phase, outcome) => {
    expect((await follow(kind, last)).at(-1)).toMatchObject({ phase, outcome, checkAgainAt: null })
  },
)

test.each([
  ['Positive', 'completed', 'rejected'],
  ['Dilute', 'completed', 'verified'],
  ['NoShow', 'cancelled', null],
  ['No Show', 'cancelled', null],
])('a drug test of a %s ends %s, %s, and their other verifications are clear', async (last, phase, outcome) => {
  expect((await follow({ type: 'panel_drug', tier: 'panel 9' }, last)).at(-1)).toMatchObject({ phase, outcome })
  const identity = await follow({ type: 'enhanced_identity_verification', tier: null }, last)
  expect(identity.at(-1)).toMatchObject({ phase: 'completed', outcome: 'verified' })
})

test('a dilute specimen is collected again as a new attempt', async () => {
  const reports = await follow({ type: 'panel_drug', tier: 'panel 5' }, 'Dilute')
  expect(reports.map(({ attempt, phase }) => `${attempt} ${phase}`)).toEqual([
    '1 started',
    '1 in_progress',
    '2 started',
    '2 in_progress',
    '2 completed',
  ])
})

test('a criminal record check goes from the national level to the county; tier 1 only to confirm a hit', async () => {
  const levels = async (tier: number, last: string) => {
    const tiers = tiersOfType.us_criminal_record_check
    return (await follow({ type: 'us_criminal_record_check', tier: tiers[tier - 1] ?? null }, last)).map(
      ({ level }) => level,
    )
  }
  expect(await levels(1, 'Clear')).toEqual(['national', null])
  expect(await levels(1, 'Reject')).toEqual(['national', 'county', null])
  expect(await levels(2, 'Clear')).toEqual(['national', 'county', null])
  expect(await levels(3, 'Clear')).toEqual(['national', 'county', null])
})

test('a stuck verification never says when to look again, and still completes', async () => {
  const { reference, report } = await place({ type: 'motor_vehicle_record', tier: null }, 'Stuck')
  expect(report).toMatchObject({ phase: 'in_progress', checkAgainAt: null })
  expect(await simulator.fetch(reference, after(9_000))).toMatchObject({ phase: 'completed' })
})

test('an order at a given time always has the same report, and its revision only rises', async () => {
  const [names, ms] = [fc.constantFrom(...Object.keys(scenarios)), fc.nat(90_000)]
  const property = fc.asyncProperty(fc.constantFrom(...kinds), names, ms, ms, async (kind, last, a, b) => {
    const { reference } = await place(kind, last)
    const early = await simulator.fetch(reference, after(Math.min(a, b)))
    const late = await simulator.fetch(reference, after(Math.max(a, b)))
    expect(await simulator.fetch(reference, after(Math.max(a, b)))).toEqual(late)
    expect(late.revision).toBeGreaterThanOrEqual(early.revision)
  })
  await fc.assert(property)
})

test('a reference reveals nothing about the person', async () => {
  const { reference } = await place(
    { type: 'us_criminal_record_check', tier: tiersOfType.us_criminal_record_check[0] ?? null },
    'Doe',
  )
  expect(reference).toMatch(/^sim_110_clear_[0-9a-z]+_019c0000-0000-7000-8000-000000000001$/)
})

test('the answer is the applicant object of the guide: a log of what happened, with codes, labels and times', async () => {
  const reports = await follow({ type: 'enhanced_identity_verification', tier: null }, 'Clear')
  const log = [
    { status: 'ONE_ID_BACKGROUND_CHECK_CREATED', status_label: 'OneID - Background Check Created' },
    { status: 'SUBMITTED', status_label: 'Application submitted', time_label: '12:00:PM', date_label: '2026-03-01' },
    { status: 'COMPLETE', status_label: 'Application completely returned' },
    { status: 'ONE_ID_BACKGROUND_CHECK_RETURNED', status_label: 'OneID - Background Check Returned' },
  ]
  expect(reports.at(-1)?.payload).toMatchObject({ account_association_links: [], activity_log: log })
})
