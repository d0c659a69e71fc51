import {
  agreementLinkList,
  createAgreementLink,
  deleteAgreementLink,
  listAgreementLinks,
  updateAgreementLink,
} from '../../../core/agreements/index.ts'
import { boolean, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toMany, toOne } from '../resource.ts'

/** The public addresses of agreements. */
export const agreementLinks = defineResource({
  type: 'agreement-links',
  idKind: 'agreement_link',
  about:
    'The public addresses of agreements. Whoever opens one begins a submission. One that was opened cannot be deleted: turn it off.',
  permissions: { read: 'agreements:read', write: 'agreements:write' },
  fields: agreementLinkList.fields,
  attributes: {
    title: text('What it is called; the title of the agreement unless given.', { write: 'always' }),
    isActive: boolean('Whether it can be opened.', { write: 'update' }),
    expiresAt: time('When it stops by itself.', { write: 'always', nullable: true }),
    createdAt: time('When it was made.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    agreement: toOne('agreements', 'agreementId', 'What it publishes.', { write: 'create', required: true }),
    creator: toOne('users', 'createdBy', 'Who made it.', { nullable: true }),
    submissions: toMany('submissions', 'agreementLinkId', 'The runs through it.'),
    verifications: toMany('verifications', 'agreementLinkId', 'The checks that came of it.'),
  },
  list: listAgreementLinks,
  create: createAgreementLink,
  update: (ctx, id, given) => updateAgreementLink(ctx, id, given),
  remove: deleteAgreementLink,
})
