import { expect, test } from 'vitest'
import { newId } from '../core/ids.ts'
import { showPublicId, showPublicIds } from './public-ids.ts'

const id = newId()
const hex = id.replaceAll('-', '')

test('ids inside records become public ids, at any depth', () => {
  const kept = { webhookId: id, review: { by: { kind: 'api_key', id }, at: 'now' }, list: [{ signerId: id }] }
  expect(showPublicIds(kept)).toEqual({
    webhookId: `wb_${hex}`,
    review: { by: { kind: 'api_key', id: `key_${hex}` }, at: 'now' },
    list: [{ signerId: `sgn_${hex}` }],
  })
})

test('a customer’s own members, and other ids, stay unchanged', () => {
  const kept = { metadata: { webhookId: id }, orderId: 'x', kind: 'system', submissionId: null, count: 1 }
  expect(showPublicIds(kept)).toEqual(kept)
  expect(showPublicId('test', id)).toBeNull()
})
