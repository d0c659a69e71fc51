import { Type } from 'typebox'
import { longestKey, mostDaysToSign, mostRoles } from '../../../core/agreements/index.ts'
import { longestEmail } from '../../../core/email.ts'
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
  email: Type.Optional(Type.String({ maxLength: longestEmail })),
  mayChange: Type.Optional(Type.Boolean()),
  mayDelegate: Type.Optional(
    Type.Boolean({ description: 'Whether the signer may pass their part on to another person.' }),
  ),
  delivery: Type.Optional(
    Type.Enum(['link', 'email'], {
      description:
        'Whether the reply has the link of the signer (`link`, the default), or the server mails it when it is their turn (`email`).',
    }),
  ),
  access: Type.Optional(givenAccess),
  fields: Type.Optional(
    mapOfAnswers({
      description:
        'The values of the fields of the signer, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. The signer can change them unless the field is fixed.',
    }),
  ),
}
const newSigner = Type.Object(whom, { additionalProperties: false })
const newSigners = Type.Array(
  Type.Object({ role: Type.String({ maxLength: longestKey }), ...whom }, { additionalProperties: false }),
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

// Signers are resources of their own. As attributes they exist only in requests.
const present = ({ signers, ...submission }: Submission) => {
  const known = signers.flatMap(({ name, email }) => name ?? email ?? [])
  return { ...submission, people: known.length > 0 ? known.join(', ') : null }
}

/** Runs through a link. A person makes one by opening the link, or a sender makes one ahead for one signer. */
export const submissions = defineResource({
  type: 'submissions',
  idKind: 'submission',
  about:
    'Runs through an agreement link. A person begins a submission by opening the link. Create a submission to give a signer a link of their own. Create a voiding to call a submission back.',
  permissions: { read: 'submissions:read', write: 'submissions:write' },
  fields: submissionList.fields,
  looksThrough: {
    metadata:
      'A JSON object of members of the metadata. All of them must be equal. Values are compared as text, so "30" finds 30.',
  },
  attributes: {
    status: word(statuses, 'Its state.'),
    people: text('Who signs, by name or by address. Search by whole words of a name or of an address.', {
      nullable: true,
    }),
    agreementVersion: integer('The version of the agreement that the signers see.'),
    metadata: json(metadata, 'The query parameters of the opened link, or the metadata of the creation.', {
      write: 'create',
    }),
    leftOut: json(
      leftOut,
      'Parameters of the link that are not stored as metadata, and the reason: secret or tracking.',
    ),
    newSigner: json(newSigner, 'The person who signs. Another person can sign only with mayChange.', {
      of: 'signer',
      write: 'create',
    }),
    signingUrl: text(
      'The signer’s own link. Only the reply to the creation has it, and only when it is not mailed. Send it to nobody else.',
      {
        shownOnce: true,
      },
    ),
    newSigners: json(
      newSigners,
      'The people of the roles, instead of newSigner. A role without a person gets one from the link, from the metadata (`<role>_email`, `<role>_name`), or from the person who acts first.',
      { of: 'signers', write: 'create' },
    ),
    daysToSign: integer(
      'For how many days the submission can be signed. Null or no value takes the days of its link.',
      {
        write: 'create',
        nullable: true,
        range: [1, mostDaysToSign],
      },
    ),
    reminders: json(reminderRule, 'When signers whose turn it is are reminded; null is never.', {
      write: 'create',
      nullable: true,
    }),
    expiresAt: time('The moment until which the submission can be signed.'),
    signingUrls: json(
      signingUrls,
      'The link of each signer who gets none by mail, by role. Only the reply to the creation has the links. Send each link to its signer only.',
      { shownOnce: true },
    ),
    files: json(
      files,
      'The files that signers have sent. Each file is at `/submissions/<id>/files/<field>`. The files of a signer appear once the signer has acted.',
    ),
    fieldValues: json(texts, 'The filled-in values, by the key of the field.'),
    viewedAt: time('When it was opened.', { nullable: true }),
    completedAt: time('When everybody had signed and the document was finished.', { nullable: true }),
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
    agreement: toOne('agreements', 'agreementId', 'The agreement of the submission.'),
    agreementLink: toOne('agreement-links', 'agreementLinkId', 'The link that was opened.', {
      write: 'create',
      required: true,
    }),
    signers: toMany('signers', 'submissionId', 'Who signs.', { include: true }),
    documents: toMany('documents', 'submissionId', 'What came of it.', { include: true }),
    verifications: toMany('verifications', 'submissionId', 'The verifications of the submission.', { include: true }),
    consents: toMany('consents', 'submissionId', 'The consents of the signers.', { include: true }),
  },
  instead: {
    update: 'Only signers fill in a submission. Create a voiding to call it back.',
    remove: 'A submission is proof of what happened. Create a voiding to call it back.',
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
