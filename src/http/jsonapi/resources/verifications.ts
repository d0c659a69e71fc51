import { Type } from 'typebox'
import {
  deleteVerification,
  listVerifications,
  orderVerification,
  verificationCatalogue,
  verificationList,
} from '../../../core/verifications/index.ts'
import { mapOfJson } from '../../maps.ts'
import { showPublicIds } from '../../public-ids.ts'
import { boolean, json, reference, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { verificationDetails } from '../kept-shapes.ts'
import { toMany, toOne } from '../resource.ts'

const closed = { additionalProperties: false }
const short = Type.String({ maxLength: 200 })
const maybe = Type.Optional(short)
const person = Type.Object(
  {
    legalName: Type.Optional(Type.Object({ first: short, middle: maybe, last: short }, closed)),
    dateOfBirth: maybe,
    ssn: maybe,
    address: Type.Optional(Type.Object({ street: short, city: short, state: short, zip: short }, closed)),
    driverLicence: Type.Optional(Type.Object({ number: short, state: short }, closed)),
    contact: Type.Optional(Type.Object({ email: maybe, phone: maybe }, closed)),
  },
  closed,
)
const consents = Type.Array(
  Type.Object(
    {
      kind: short,
      textVersion: maybe,
      locale: maybe,
      typedName: maybe,
      ipAddress: maybe,
      userAgent: Type.Optional(Type.String({ maxLength: 512 })),
    },
    closed,
  ),
  { maxItems: 10 },
)

const valuesOf = (entries: readonly { value: string }[]) => entries.map(({ value }) => value)

/** Verifications of people. */
export const verifications = defineResource({
  type: 'verifications',
  idKind: 'verification',
  about: 'Verifications of people. Deleting one destroys what only it needed of the person.',
  permissions: { read: 'verifications:read', write: 'verifications:write', remove: 'verifications:delete' },
  fields: verificationList.fields,
  looksThrough: {
    search:
      'The text is contained, whatever its case, in the id, the id of the agreement link, kind, subtype, tier, status or result.',
    metadata:
      'JSON object of members of the metadata, all of which must be equal; they are compared as text, so "30" finds 30.',
  },
  attributes: {
    kind: word(valuesOf(verificationCatalogue.types), 'What is checked.', {
      of: 'type',
      write: 'create',
      required: true,
    }),
    subtype: word(valuesOf(verificationCatalogue.subtypes), 'Which scan alone.', { write: 'create', nullable: true }),
    tier: word(valuesOf(verificationCatalogue.tiers), 'How much is checked.', { write: 'create', nullable: true }),
    person: reference('subject', 'Who is checked; a new person unless given.', { of: 'subjectId', write: 'create' }),
    personalData: json(person, 'What the verification needs to know; never shown again.', {
      of: 'person',
      write: 'create',
    }),
    newConsents: json(consents, 'Consents that you obtained yourself.', { of: 'consents', write: 'create' }),
    isScan: boolean('Whether this is one scan of a composite verification.'),
    isSimulated: boolean('Whether the verification is only played: nobody is really checked.'),
    status: word(valuesOf(verificationCatalogue.statuses), 'Where the verification stands.'),
    result: word(valuesOf(verificationCatalogue.results), 'What came out.', { nullable: true }),
    subStatus: word(valuesOf(verificationCatalogue.subStatuses), 'The stage of a criminal record check.', {
      nullable: true,
    }),
    awaitsReview: boolean('Whether it waits for a decision of a person.'),
    provider: text('Who performs the verification.', { write: 'create' }),
    latestResponse: json(mapOfJson(), 'The last answer of the provider, without anything personal.'),
    metadata: json(mapOfJson(), 'What the link was opened with, or the order said.', { write: 'create' }),
    details: json(verificationDetails, 'What the verification waits for, and why it ended.', { as: showPublicIds }),
    lastStatusAt: time('When the status last changed.'),
    submittedAt: time('When the provider got the order.', { nullable: true }),
    completedAt: time('When the verification was completed.', { nullable: true }),
    cancelledAt: time('When the verification was called off.', { nullable: true }),
    createdAt: time('When the verification was ordered.'),
    updatedAt: time('When the verification was last changed.'),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'What it belongs to.', { nullable: true, write: 'create' }),
    signer: toOne('signers', 'signerId', 'Who is checked, if a signer.', { nullable: true, write: 'create' }),
    agreementLink: toOne('agreement-links', 'agreementLinkId', 'Where it came from.', {
      nullable: true,
      write: 'create',
    }),
    parent: toOne('verifications', 'parentId', 'The verification that this is a scan of.', { nullable: true }),
    reviewClaims: toMany('review-claims', 'verificationId', 'Who looks at it now, if it waits for a decision.', {
      include: true,
    }),
    scans: toMany('verifications', 'parentId', 'The scans of a composite verification.', { include: true }),
  },
  instead: { update: 'Create a cancellation, or a decision, or order another.' },
  list: listVerifications,
  create: (ctx, given, { providers }) => orderVerification(ctx, providers, given),
  remove: deleteVerification,
})
