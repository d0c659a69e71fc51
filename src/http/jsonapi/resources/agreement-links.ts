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
import { longestEmail } from '../../../core/email.ts'
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
    'The public addresses of agreements. A person who opens a link begins a submission. A link that somebody has opened cannot be deleted. Turn it off instead.',
  permissions: { read: 'agreements:read', write: 'agreements:write' },
  fields: agreementLinkList.fields,
  attributes: {
    title: text('The title of the link; by default the title of the agreement.', { write: 'always' }),
    isActive: boolean('Whether people can open the link.', { write: 'update' }),
    expiresAt: time('When it stops by itself.', { write: 'always', nullable: true }),
    authMode: word(
      authModes,
      'Who may open the link: everybody, people with the passcode, or people who get a code by mail at one of the recipients.',
      { write: 'always' },
    ),
    passcode: text('The passcode that people type to open the link, 6 to 100 characters. It is never shown again.', {
      write: 'always',
      max: passcodeLengths[1],
    }),
    recipients: texts('The addresses that may open a link with EMAILS, or a whole domain, such as @example.com.', {
      write: 'always',
      max: longestEmail,
      maxItems: mostRecipients,
    }),
    oncePerEmail: boolean('Whether each e-mail address can begin only one submission through this link.', {
      write: 'always',
    }),
    parameterSecret: text(
      'A secret of 32 to 200 characters. With a secret, the parameters of the address must be signed. Null removes it. It is never shown.',
      { write: 'always', nullable: true, max: secretLengths[1] },
    ),
    parametersAreSigned: boolean('Whether the parameters of the address must be signed.'),
    signers: json(linkSigners, 'The other people of its submissions, by role. Each is mailed when it is their turn.', {
      write: 'always',
    }),
    daysToSign: integer('For how many days submissions through the link can be signed; null is 30.', {
      write: 'always',
      nullable: true,
      range: [1, mostDaysToSign],
    }),
    reminders: json(reminderRule, 'When signers whose turn it is are reminded; null is never.', {
      write: 'always',
      nullable: true,
    }),
    createdAt: time('When it was made.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    agreement: toOne('agreements', 'agreementId', 'The agreement of the link.', {
      write: 'create',
      required: true,
    }),
    creator: toOne('users', 'createdBy', 'The user who made it.', { nullable: true }),
    submissions: toMany('submissions', 'agreementLinkId', 'The submissions through the link.'),
    verifications: toMany('verifications', 'agreementLinkId', 'The verifications that were ordered through the link.'),
  },
  list: listAgreementLinks,
  create: createAgreementLink,
  update: (ctx, id, given) => updateAgreementLink(ctx, id, given),
  remove: deleteAgreementLink,
})
