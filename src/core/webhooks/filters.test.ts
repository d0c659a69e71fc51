import { expect, test } from 'vitest'
import { openAs } from '../../../test/support/ceremony.ts'
import { newContext } from '../../../test/support/organization.ts'
import { simpleAgreement } from '../../../test/support/signing.ts'
import { transaction } from '../../db/index.ts'
import { createAgreement, createAgreementLink } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { recordEvent } from '../events.ts'
import { formatId, newId } from '../ids.ts'
import { only } from '../lists/index.ts'
import { createWebhook, getWebhook, listDeliveries, triggerEvent, updateWebhook, type WebhookFilters } from './index.ts'

const anyUrl = async () => null
const destinationUrl = 'https://a.example/'

async function newAgreement(ctx: Context) {
  const { id } = await createAgreement(ctx, simpleAgreement)
  const link = await createAgreementLink(ctx, { agreementId: id })
  return {
    agreementId: id,
    agreementLinkId: link.id,
    publicId: formatId('agreement', id),
    publicLink: formatId('agreement_link', link.id),
  }
}

/** How many of the given events reach a webhook with these filters. */
async function hears(ctx: Context, filters: WebhookFilters, events: object[]): Promise<number> {
  const { id } = await createWebhook(ctx, { destinationUrl, filters }, anyUrl)
  await transaction(ctx, async (inner) => {
    for (const data of events)
      await recordEvent(
        inner,
        'agreement.signed',
        { type: 'submission', id: newId() },
        { submissionId: newId(), ...data },
      )
  })
  return (await listDeliveries(ctx, { page: { number: 1, size: 10 }, filters: [only('webhookId', id)] })).total
}

test('a webhook gets only events of the agreements, links and metadata in its filters', async () => {
  const ctx = await newContext()
  const [mine, other] = [await newAgreement(ctx), await newAgreement(ctx)]
  const heard = [
    { ...mine, metadata: { team: 'blue', size: 5 } },
    { ...mine, metadata: { team: ['red', 'blue'], size: '5' } },
  ]
  const events = [...heard, { ...mine, metadata: { team: 'red' } }, { ...other, metadata: { team: 'blue' } }, {}]
  expect(await hears(ctx, { agreementIds: [mine.publicId] }, events)).toBe(3)
  expect(await hears(ctx, { agreementLinkIds: [mine.publicLink, other.publicLink] }, events)).toBe(4)
  expect(await hears(ctx, { metadata: { team: 'blue' } }, events)).toBe(3)
  expect(await hears(ctx, { agreementIds: [mine.publicId], metadata: { team: 'blue', size: '5' } }, events)).toBe(2)
  expect(await hears(ctx, { agreementIds: [], metadata: {} }, events)).toBe(5)
})

test('a filter looks up by the submission what an event does not contain', async () => {
  const ctx = await newContext()
  const { agreementLinkId, publicId, publicLink } = await newAgreement(ctx)
  const { submission } = await (await openAs(ctx, agreementLinkId, {})).ceremony()
  const events = [{ submissionId: submission.id }, { submissionId: null }]
  expect(await hears(ctx, { agreementIds: [publicId] }, events)).toBe(1)
  expect(await hears(ctx, { agreementLinkIds: [publicLink] }, events)).toBe(1)
})

test('test events ignore filters, because their subjects are invented', async () => {
  const ctx = await newContext()
  const filters = { agreementIds: [(await newAgreement(ctx)).publicId] }
  await createWebhook(ctx, { destinationUrl, filters }, anyUrl)
  expect((await triggerEvent(ctx, 'agreement.signed')).deliveries.pending).toBe(1)
})

test('filters stay until they are changed, and null removes them', async () => {
  const ctx = await newContext()
  const filters = { agreementLinkIds: [(await newAgreement(ctx)).publicLink], metadata: { team: 'blue' } }
  const { id } = await createWebhook(ctx, { destinationUrl, filters }, anyUrl)
  await updateWebhook(ctx, id, { ordered: true }, anyUrl)
  expect((await getWebhook(ctx, id)).filters).toEqual(filters)
  await updateWebhook(ctx, id, { filters: null }, anyUrl)
  expect((await getWebhook(ctx, id)).filters).toBeNull()
})

test('each id in a filter that is unknown, or of another organization, is refused', async () => {
  const [ctx, theirs] = [await newContext(), await newContext()]
  const agreementIds = [(await newAgreement(ctx)).publicId, (await newAgreement(theirs)).publicId, 'x']
  const filters = { agreementIds, agreementLinkIds: ['y'], metadata: { 'a\0': 'b' } }
  const attempt = createWebhook(ctx, { destinationUrl, filters }, anyUrl)
  const paths = [
    ['agreementIds', '1'],
    ['agreementIds', '2'],
    ['agreementLinkIds', '0'],
    ['metadata', 'a\0'],
  ]
  await expect(attempt).rejects.toMatchObject({ faults: paths.map((path) => ({ path: ['filters', ...path] })) })
})
