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
  about: 'Verifications of people. Deleting a verification destroys the personal data that only it needed.',
  permissions: { read: 'verifications:read', write: 'verifications:write', remove: 'verifications:delete' },
  fields: verificationList.fields,
  looksThrough: {
    search:
      'Finds the text, in any case, in the id, the id of the agreement link, the kind, subtype, tier, status or result.',
    metadata:
      'A JSON object of members of the metadata. All of them must be equal. Values are compared as text, so "30" finds 30.',
  },
  attributes: {
    kind: word(valuesOf(verificationCatalogue.types), 'The type of the verification.', {
      of: 'type',
      write: 'create',
      required: true,
    }),
    subtype: word(valuesOf(verificationCatalogue.subtypes), 'The single scan of a tier to order.', {
      write: 'create',
      nullable: true,
    }),
    tier: word(valuesOf(verificationCatalogue.tiers), 'How much is checked.', { write: 'create', nullable: true }),
    person: reference('subject', 'The person to verify; a new person by default.', {
      of: 'subjectId',
      write: 'create',
    }),
    personalData: json(person, 'The personal details that the verification needs. They are never shown again.', {
      of: 'person',
      write: 'create',
    }),
    newConsents: json(consents, 'Consents that you obtained yourself.', { of: 'consents', write: 'create' }),
    isScan: boolean('Whether this is one scan of a composite verification.'),
    isSimulated: boolean('Whether the verification is simulated: nobody is really verified.'),
    status: word(valuesOf(verificationCatalogue.statuses), 'The status of the verification.'),
    result: word(valuesOf(verificationCatalogue.results), 'The result.', { nullable: true }),
    subStatus: word(valuesOf(verificationCatalogue.subStatuses), 'The stage of a criminal record check.', {
      nullable: true,
    }),
    awaitsReview: boolean('Whether the verification waits for the decision of a person.'),
    provider: text('Who performs the verification.', { write: 'create' }),
    latestResponse: json(mapOfJson(), 'The last answer of the provider, without personal data.'),
    metadata: json(mapOfJson(), 'The metadata of the opened link, or of the order.', { write: 'create' }),
    details: json(verificationDetails, 'Details: what the verification waits for, and why it ended.', {
      as: showPublicIds,
    }),
    lastStatusAt: time('When the status last changed.'),
    submittedAt: time('When the provider got the order.', { nullable: true }),
    completedAt: time('When the verification was completed.', { nullable: true }),
    cancelledAt: time('When the verification was cancelled.', { nullable: true }),
    createdAt: time('When the verification was ordered.'),
    updatedAt: time('When the verification was last changed.'),
  },
  relationships: {
    submission: toOne('submissions', 'submissionId', 'What it belongs to.', { nullable: true, write: 'create' }),
    signer: toOne('signers', 'signerId', 'The signer who is verified, if a signer is.', {
      nullable: true,
      write: 'create',
    }),
    agreementLink: toOne('agreement-links', 'agreementLinkId', 'The agreement link of the verification.', {
      nullable: true,
      write: 'create',
    }),
    parent: toOne('verifications', 'parentId', 'The composite verification of this scan.', { nullable: true }),
    reviewClaims: toMany(
      'review-claims',
      'verificationId',
      'The claim of the person who reviews the verification now.',
      {
        include: true,
      },
    ),
    scans: toMany('verifications', 'parentId', 'The scans of a composite verification.', { include: true }),
  },
  instead: { update: 'Create a cancellation or a decision, or order another verification.' },
  list: listVerifications,
  create: (ctx, given, { providers }) => orderVerification(ctx, providers, given),
  remove: deleteVerification,
})
