import { consentList, listConsents, withdrawConsent } from '../../../core/verifications/index.ts'
import { time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'

/** The action of taking back a consent, as a resource. */
export const withdrawals = defineResource({
  type: 'withdrawals',
  idKind: 'withdrawal',
  about: 'Create one to take back a consent. The checks that rest on it and are not finished are called off.',
  permissions: { read: 'verifications:read', write: 'verifications:write' },
  fields: consentList.fields,
  attributes: { withdrawnAt: time('When.') },
  relationships: {
    consent: toOne('consents', 'consentId', 'What is taken back.', { write: 'create', required: true }),
  },
  instead: { update: 'It cannot be taken back.', remove: 'It cannot be taken back; create another consent.' },
  list: async (ctx, { filters = [], ...request }) => {
    const withdrawn = { field: 'withdrawnAt', absent: false }
    const page = await listConsents(ctx, { ...request, filters: [...filters, withdrawn] })
    return { ...page, items: page.items.map(({ id, withdrawnAt }) => ({ id, consentId: id, withdrawnAt })) }
  },
  create: async (ctx, { consentId }) => {
    const { id, withdrawnAt } = await withdrawConsent(ctx, consentId)
    return { id, consentId: id, withdrawnAt }
  },
})
