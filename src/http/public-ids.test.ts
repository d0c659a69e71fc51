import { expect, test } from 'vitest'
import { newId } from '../core/ids.ts'
import { showPublicId, showPublicIds } from './public-ids.ts'

const id = newId()
const hex = id.replaceAll('-', '')

test('keys inside records are written as public ids, at any depth', () => {
  const kept = { webhookId: id, review: { by: { kind: 'api_key', id }, at: 'now' }, list: [{ signerId: id }] }
  expect(showPublicIds(kept)).toEqual({
    webhookId: `wb_${hex}`,
    review: { by: { kind: 'api_key', id: `key_${hex}` }, at: 'now' },
    list: [{ signerId: `sgn_${hex}` }],
  })
})

test('what is the customer’s own, or no id of ours, stays as it is', () => {
  const kept = { metadata: { webhookId: id }, orderId: 'x', kind: 'system', submissionId: null, count: 1 }
  expect(showPublicIds(kept)).toEqual(kept)
  expect(showPublicId('test', id)).toBeNull()
})
