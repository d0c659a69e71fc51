import {
  agreementLinkList,
  authModes,
  createAgreementLink,
  deleteAgreementLink,
  listAgreementLinks,
  mostDaysToSign,
  mostRecipients,
  passcodeLengths,
  secretLengths,
  updateAgreementLink,
} from '../../../core/agreements/index.ts'
import { reminderRule } from '../../signing-time.ts'
import { linkSigners } from '../agreement-shapes.ts'
import { boolean, integer, json, text, texts, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toMany, toOne } from '../resource.ts'

/** The public addresses of agreements. */
export const agreementLinks = defineResource({
  type: 'agreement-links',
  idKind: 'agreement_link',
  about:
    'The public addresses of agreements. Opening one begins a submission. One that was opened cannot be deleted: turn it off.',
  permissions: { read: 'agreements:read', write: 'agreements:write' },
  fields: agreementLinkList.fields,
  attributes: {
    title: text('Its title; that of the agreement by default.', { write: 'always' }),
    isActive: boolean('Whether it can be opened.', { write: 'update' }),
    expiresAt: time('When it stops by itself.', { write: 'always', nullable: true }),
    authMode: word(
      authModes,
      'Who gets in: everybody, who has the passcode, or who gets a code by mail at one of the recipients.',
      { write: 'always' },
    ),
    passcode: text('What people type to get in, 6 to 100 characters. It is never shown again.', {
      write: 'always',
      max: passcodeLengths[1],
    }),
    recipients: texts('Addresses that get in with EMAILS, or all of a domain, such as @example.com.', {
      write: 'always',
      max: 254,
      maxItems: mostRecipients,
    }),
    oncePerEmail: boolean('Whether an address gets only one submission of this link.', { write: 'always' }),
    parameterSecret: text(
      'A secret of 32 to 200 characters. With it, the parameters of the address must be signed; null ends that. It is never shown.',
      { write: 'always', nullable: true, max: secretLengths[1] },
    ),
    parametersAreSigned: boolean('Whether the parameters of the address must be signed.'),
    signers: json(
      linkSigners,
      'Whom its submissions bring in besides whoever opens it, by role. They are mailed when it is their turn.',
      { write: 'always' },
    ),
    daysToSign: integer('For how many days its submissions can be signed; null is 30.', {
      write: 'always',
      nullable: true,
      range: [1, mostDaysToSign],
    }),
    reminders: json(reminderRule, 'When those whose turn it is are asked again; null is never.', {
      write: 'always',
      nullable: true,
    }),
    createdAt: time('When it was made.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    agreement: toOne('agreements', 'agreementId', 'The agreement that it publishes.', {
      write: 'create',
      required: true,
    }),
    creator: toOne('users', 'createdBy', 'The user who made it.', { nullable: true }),
    submissions: toMany('submissions', 'agreementLinkId', 'The submissions through it.'),
    verifications: toMany('verifications', 'agreementLinkId', 'The verifications that came of it.'),
  },
  list: listAgreementLinks,
  create: createAgreementLink,
  update: (ctx, id, given) => updateAgreementLink(ctx, id, given),
  remove: deleteAgreementLink,
})
