import { Type } from 'typebox'
import { mostDaysToSign, mostRoles } from '../../../core/agreements/index.ts'
import { formatId } from '../../../core/ids.ts'
import { createSubmission, listSubmissions, type Submission, submissionList } from '../../../core/submissions/index.ts'
import { aboutSealReason } from '../../../texts/index.ts'
import { mapOfAnswers, mapOfTexts, mapOfTextsOrLists } from '../../maps.ts'
import { reminderRule } from '../../signing-time.ts'
import { givenAccess } from '../agreement-shapes.ts'
import { integer, json, text, time, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toMany, toOne } from '../resource.ts'

const statuses = ['created', 'viewed', 'signed', 'completed', 'declined', 'voided', 'expired']
const texts = mapOfTexts()
const metadata = mapOfTextsOrLists()
const leftOut = Type.Array(Type.Object({ name: Type.String(), reason: Type.String() }))
const whom = {
  name: Type.Optional(Type.String({ maxLength: 200 })),
  email: Type.Optional(Type.String({ maxLength: 254 })),
  mayChange: Type.Optional(Type.Boolean()),
  mayDelegate: Type.Optional(Type.Boolean({ description: 'Whether they may pass it on to somebody else.' })),
  delivery: Type.Optional(
    Type.Enum(['link', 'email'], {
      description:
        'Whether their way in is in the reply, or mailed to them when it is their turn; `link` unless given.',
    }),
  ),
  access: Type.Optional(givenAccess),
  fields: Type.Optional(
    mapOfAnswers({
      description:
        'What stands in their fields, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. They can change it unless the field is fixed.',
    }),
  ),
}
const newSigner = Type.Object(whom, { additionalProperties: false })
const newSigners = Type.Array(
  Type.Object({ role: Type.String({ maxLength: 50 }), ...whom }, { additionalProperties: false }),
  { maxItems: mostRoles },
)
const files = Type.Array(
  Type.Object({
    field: Type.String(),
    name: Type.String(),
    contentType: Type.String(),
    byteSize: Type.Integer(),
    sha256: Type.String(),
  }),
)
const signingUrls = mapOfTexts()

// Signers are resources of their own; as attributes they are only given.
const present = ({ signers, ...submission }: Submission) => {
  const known = signers.flatMap(({ name, email }) => name ?? email ?? [])
  return { ...submission, people: known.length > 0 ? known.join(', ') : null }
}

/** Runs through a link. People make them by opening it, or one is made ahead for one signer. */
export const submissions = defineResource({
  type: 'submissions',
  idKind: 'submission',
  about:
    'Runs through a link. People begin one by opening the link; create one to give a signer a way in of their own, and a voiding to call one back.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: submissionList.fields,
  looksThrough: {
    metadata:
      'JSON object of members of the metadata, all of which must be equal; they are compared as text, so "30" finds 30.',
  },
  attributes: {
    status: word(statuses, 'Its state.'),
    people: text('Who signs, by name or else by address. The whole words of a name, or of an address, find it.', {
      nullable: true,
    }),
    agreementVersion: integer('The version of the agreement that was shown.'),
    metadata: json(metadata, 'The query parameters that the link was opened with, or the creation gave.', {
      write: 'create',
    }),
    leftOut: json(leftOut, 'Parameters of the link that are not kept as metadata, and why: secret or tracking.'),
    newSigner: json(newSigner, 'Who is to sign. They can name somebody else only with mayChange.', {
      of: 'signer',
      write: 'create',
    }),
    signingUrl: text(
      'The signer’s own way in; only in the reply to its creation, and not when it is mailed. Send it to nobody else.',
      {
        shownOnce: true,
      },
    ),
    newSigners: json(
      newSigners,
      'The people of the roles, instead of newSigner. A role without a person gets one from the link, from metadata (`<role>_email`, `<role>_name`), or from the person who acts first.',
      { of: 'signers', write: 'create' },
    ),
    daysToSign: integer('For how many days it can be signed; null, or left out, is what its link says.', {
      write: 'create',
      nullable: true,
      range: [1, mostDaysToSign],
    }),
    reminders: json(reminderRule, 'When those whose turn it is are asked again; null is never.', {
      write: 'create',
      nullable: true,
    }),
    expiresAt: time('Until when it can be signed.'),
    signingUrls: json(
      signingUrls,
      'The own way in of each signer who gets a link, by role; only in the reply to its creation. Send each to nobody else.',
      { shownOnce: true },
    ),
    files: json(files, 'The files that those who have acted have sent; each is at `/submissions/<id>/files/<field>`.'),
    fieldValues: json(texts, 'What was filled in, by the key of the field.'),
    viewedAt: time('When it was opened.', { nullable: true }),
    completedAt: time('When everybody had signed and the document was made.', { nullable: true }),
    sealReason: text(aboutSealReason, { nullable: true }),
    declinedAt: time('When a signer declined.', { nullable: true }),
    declineReason: text('Why.', { nullable: true }),
    voidedAt: time('When it was called back.', { nullable: true }),
    voidReason: text('Why.', { nullable: true }),
    expiredAt: time('When it ended by itself.', { nullable: true }),
    createdAt: time('When it began.'),
    updatedAt: time('When it was last changed.'),
  },
  relationships: {
    agreement: toOne('agreements', 'agreementId', 'What is signed.'),
    agreementLink: toOne('agreement-links', 'agreementLinkId', 'The link that was opened.', {
      write: 'create',
      required: true,
    }),
    signers: toMany('signers', 'submissionId', 'Who signs.', { include: true }),
    documents: toMany('documents', 'submissionId', 'What came of it.', { include: true }),
    verifications: toMany('verifications', 'submissionId', 'The verifications that belong to it.', { include: true }),
    consents: toMany('consents', 'submissionId', 'What the signers consented to.', { include: true }),
  },
  instead: {
    update: 'What a signer fills in is theirs; create a voiding to call it back.',
    remove: 'It is the proof of what happened; create a voiding to call it back.',
  },
  list: async (ctx, request) => {
    const page = await listSubmissions(ctx, request)
    return { ...page, items: page.items.map(present) }
  },
  create: async (ctx, given, { base }) => {
    const { submission, tokens } = await createSubmission(ctx, given)
    const link = formatId('agreement_link', submission.agreementLinkId)
    const ways = submission.signers.flatMap(({ id, role }) => {
      const token = tokens.get(id)
      return token === undefined ? [] : [[role, `${base}/agree/${link}/begin/${token}`] as const]
    })
    const signingUrls = Object.fromEntries(ways)
    const first = signingUrls[submission.signers[0]?.role ?? '']
    return { ...present(submission), signingUrls, ...(first ? { signingUrl: first } : {}) }
  },
})
