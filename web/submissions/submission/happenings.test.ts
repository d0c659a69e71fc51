import { expect, test } from 'vitest'
import { agreement } from '../../texts/en/agreement.ts'
import { submissions } from '../../texts/en/submissions.ts'
import { listHappenings } from './happenings.ts'

const at = '2026-11-26T10:00:00.000Z'
const delivery = (kind: string) => ({ id: kind, attributes: { kind, state: 'delivered', occurredAt: at } })
const parts = JSON.parse(
  JSON.stringify({
    submission: { id: 'run', attributes: { createdAt: at, completedAt: at, voidedAt: null, expiredAt: null } },
    signers: [
      {
        id: 'sgn',
        attributes: { viewedAt: at, identifiedAt: null, detailsGivenAt: null, signedAt: at, declinedAt: null },
      },
    ],
    verifications: [],
    deliveries: ['agreement.completed', 'agreement.viewed'].map((kind) => ({
      ...delivery(kind),
      relationships: { webhook: {} },
    })),
  }),
)

test('events of the same millisecond are shown in the order in which they can happen', () => {
  const told = listHappenings(parts, { say: submissions, types: agreement.verifications.types }).map(({ key }) => key)
  expect(told).toEqual([
    'run created',
    'sgn viewed',
    'sgn signed',
    'run completed',
    'agreement.viewed',
    'agreement.completed',
  ])
})
