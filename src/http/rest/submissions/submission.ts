import { Type } from 'typebox'
import { longestKey, mostRoles, roleKinds } from '../../../core/agreements/index.ts'
import type { Reassigned } from '../../../core/ceremony/index.ts'
import { longestEmail } from '../../../core/email.ts'
import { formatId } from '../../../core/ids.ts'
import {
  type CreatedSubmission,
  type Reminder,
  type SignerFile,
  type Submission,
  type SubmissionSigner,
  submissionStatuses,
} from '../../../core/submissions/index.ts'
import { aboutSealReason } from '../../../texts/index.ts'
import { mapOfAnswers, mapOfTextsOrLists } from '../../maps.ts'
import { daysToSign } from '../../signing-time.ts'
import {
  given,
  givenAs,
  givenId,
  type Members,
  moment,
  momentOrNull,
  otherNames,
  presenter,
  publicId,
  replyMembers,
  request,
  shown,
  shownAs,
} from '../member-table.ts'
import { anyObject, object, secretTextOrNull, text, textOrNull, word, wordOrNull } from '../members.ts'
import { reminders } from '../reminder-rule.ts'
import { givenAccess, shownAccess } from './access.ts'

const signerMembers = {
  id: publicId('signer', 'Id of the signer.', { wire: 'signer_id', example: 'sgn_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }),
  subjectId: publicId('subject', 'The person. Use this id to erase the person.', {
    example: 'sub_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  role: shown(text('Signer role.')),
  kind: shown(word(roleKinds, 'What the role does: sign, approve without signing, or only get the finished document.')),
  order: shown(Type.Integer({ description: 'The turn of the role. Roles with the same order act at the same time.' })),
  isTurn: shown(Type.Boolean({ description: 'Whether the submission waits for them now.' })),
  delivery: shown(wordOrNull(['link', 'email'], 'How the signer gets the link; null until the signer is known.')),
  access: shownAccess,
  name: shown(textOrNull('Name that the signer gave.')),
  email: shown(textOrNull('E-mail address that the signer gave.')),
  mayChange: shown(Type.Boolean({ description: 'Whether another person may sign instead.' })),
  mayDelegate: shown(Type.Boolean({ description: 'Whether the signer may pass their part on to another person.' })),
  turnCameAt: momentOrNull('When the turn of the signer began.'),
  viewedAt: momentOrNull('When it was opened; null before.'),
  identifiedAt: momentOrNull('When the signer gave their name and address.'),
  signedAt: momentOrNull('When the signer signed.'),
  approvedAt: momentOrNull('When the approver approved.'),
  declinedAt: momentOrNull('When the signer declined, or the approver refused.'),
} satisfies Members<SubmissionSigner>
const signer = object(replyMembers(signerMembers), 'A person in a submission.')
const presentSigner = presenter<SubmissionSigner>(signerMembers)

const signerFileMembers = {
  field: shown(text('Key of the field.', 'licence')),
  name: shown(text('What it was called.')),
  contentType: shown(text('The media type, detected from the bytes.', 'application/pdf')),
  byteSize: shown(Type.Integer({ description: 'Its size in bytes.' })),
  sha256: shown(text('SHA-256 of it, in hex.')),
} satisfies Members<SignerFile>
const signerFile = object(replyMembers(signerFileMembers), 'A file that a signer has sent.')
const presentSignerFile = presenter<SignerFile>(signerFileMembers)

const leftOut = object(
  { name: text('Its name.', 'utm_source'), reason: word(['secret', 'tracking'], 'Why it is not kept.') },
  'A parameter that was not stored. Its value is not stored anywhere.',
)

const members = {
  id: publicId('submission', 'Id of the submission.', {
    wire: 'submission_id',
    example: 'AGREESUBMISSION-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  agreementId: publicId('agreement', 'Id of the agreement.'),
  agreementVersion: shown(Type.Integer({ description: 'Version of the agreement that was shown.' })),
  agreementLinkId: publicId('agreement_link', 'Id of the agreement link.'),
  status: shown(word(submissionStatuses, 'Where the submission stands.')),
  metadata: shown(
    mapOfTextsOrLists({
      description:
        'The query parameters of the opened link, or the metadata of the creation; a list for a name that has several values.',
    }),
    { wire: 'submission_metadata' },
  ),
  leftOut: shown(Type.Array(leftOut, { description: 'Parameters that were not stored as metadata.' })),
  files: shownAs(
    Type.Array(signerFile, {
      description: 'The files that signers have sent. The files of a signer appear once the signer has acted.',
    }),
    (files: Submission['files']) => files.map(presentSignerFile),
  ),
  fieldValues: shown(anyObject('What the signers filled in, by field key.')),
  signers: shownAs(Type.Array(signer, { description: 'Who signs.' }), (signers: SubmissionSigner[]) =>
    signers.map(presentSigner),
  ),
  viewedAt: momentOrNull('When it was opened; null before.'),
  completedAt: momentOrNull('When everybody had signed and the document was finished.'),
  sealReason: shown(textOrNull(aboutSealReason)),
  declinedAt: momentOrNull('When a signer declined.'),
  declineReason: shown(textOrNull('Why.')),
  voidedAt: momentOrNull('When it was called back.'),
  voidReason: shown(textOrNull('Why.')),
  expiresAt: moment('The moment until which the submission can be signed.'),
  reminders: reminders('When signers whose turn it is are reminded; null is never.'),
  expiredAt: momentOrNull('When it ran out.'),
  createdAt: moment('When it began.'),
  updatedAt: moment('When it last changed.'),
} satisfies Members<Submission>

type CreatedSigner = SubmissionSigner & { signingUrl: string | null }
type Created = Omit<Submission, 'signers'> & { signers: CreatedSigner[]; signingUrl: string | null }

const createdSignerMembers = {
  ...signerMembers,
  signingUrl: shown(secretTextOrNull('The signer’s own link; null when the link is mailed, and for a copy.')),
} satisfies Members<CreatedSigner>
const createdSigner = object(replyMembers(createdSignerMembers), 'A person in a new submission.')
const presentCreatedSigner = presenter<CreatedSigner>(createdSignerMembers)

const createdMembers = {
  ...members,
  signers: shownAs(
    Type.Array(createdSigner, { description: 'The people who take part, each with their own link.' }),
    (signers: CreatedSigner[]) => signers.map(presentCreatedSigner),
  ),
  signingUrl: shown(secretTextOrNull('The link of the first signer; null when it is mailed.')),
} satisfies Members<Created>

const newSignerMembers = {
  name: given(Type.String({ maxLength: 200, description: 'Name that is proposed.' })),
  email: given(Type.String({ maxLength: longestEmail, description: 'The e-mail address of the person.' })),
  mayChange: given(Type.Boolean({ default: false, description: 'Whether another person may sign instead.' })),
  mayDelegate: given(
    Type.Boolean({ default: false, description: 'Whether the signer may pass their part on to another person.' }),
  ),
  delivery: given(
    word(
      ['link', 'email'],
      'Whether the reply has the link of the signer (link, the default), or the server mails it when it is their turn (email).',
    ),
  ),
}
const filledIn = {
  access: givenAccess,
  fields: given(
    mapOfAnswers({
      description:
        'The values of the fields of the signer, by key: texts, numbers, days as YYYY-MM-DD, choices, true and false. The signer can change them unless the field is fixed.',
    }),
  ),
}
const newSigner = request({ ...newSignerMembers, ...filledIn })
/** The person who takes over a part, or corrections of the person who has it. */
export const signerChanges = request({
  ...newSignerMembers,
  access: givenAccess,
  fields: given(
    mapOfAnswers({
      description:
        'The values of the fields of the signer, by key. Earlier values stay unless you give new ones here. An empty text removes a value.',
    }),
  ),
})

const newSignerOfRole = request(
  {
    role: given(Type.String({ maxLength: longestKey, description: 'Signer role.', examples: ['landlord'] })),
    ...newSignerMembers,
    ...filledIn,
  },
  ['role'],
)

const newMembers = {
  agreementLinkId: givenId('agreement_link', 'Id of the agreement link.'),
  metadata: given(
    mapOfTextsOrLists({
      description: 'Names and values, as in the query of a link; a list for a name that has several values.',
    }),
    { wire: 'submission_metadata' },
  ),
  signer: givenAs(
    object(newSigner.members, 'The person who signs. Another person can sign only when may_change is true.'),
    newSigner.read,
  ),
  daysToSign: given(daysToSign('what its link says')),
  reminders: reminders('When signers whose turn it is are reminded. Null is never. Without a value, the link decides.'),
  signers: givenAs(
    Type.Array(object(newSignerOfRole.members, 'The person of a role.'), {
      maxItems: mostRoles,
      description:
        'The people of the roles, instead of signer. A role without a person gets one from the link, from submission_metadata (<role>_email, <role>_name), or from the person who acts first.',
    }),
    (list) => list.map(newSignerOfRole.read),
  ),
}

/** The members of a new submission. */
export const newSubmission = request(newMembers, ['agreementLinkId'])

/** Members that have another name in core. */
export const submissionNames = otherNames(newMembers)

const reminderMembers = {
  id: publicId('reminder', 'Id of the reminder.', { wire: 'reminder_id' }),
  signerId: publicId('signer', 'Id of the signer.'),
  submissionId: publicId('submission', 'Id of the submission.'),
  remindedAt: moment('When.'),
} satisfies Members<Reminder>

/** A reminder in the newest shape. */
export const presentReminder = presenter<Reminder>(reminderMembers)

/** A person with a new part, and their own way in. */
export function presentReassigned({ signer, linkId, token }: Reassigned, base: string): Record<string, unknown> {
  const url = `${base}/agree/${formatId('agreement_link', linkId)}/begin/${token}`
  return presentCreatedSigner({ ...signer, signingUrl: token === null ? null : url })
}

export const submissionResources = {
  reminder: object(replyMembers(reminderMembers), 'A reminder of a signer.'),
  reassigned_signer: createdSigner,
  submission: object(replyMembers(members), 'One run through an agreement link.'),
  created_submission: object(replyMembers(createdMembers), 'A new submission.'),
}

/** A submission in the newest shape. */
export const presentSubmission = presenter<Submission>(members)

const presentCreated = presenter<Created>(createdMembers)

/** A new submission, with the ways in of its signers. */
export function presentCreatedSubmission(created: CreatedSubmission, base: string): Record<string, unknown> {
  const { submission, tokens } = created
  const link = formatId('agreement_link', submission.agreementLinkId)
  const urlOf = ({ id }: SubmissionSigner) => {
    const token = tokens.get(id)
    return token === undefined ? null : `${base}/agree/${link}/begin/${token}`
  }
  const signers = submission.signers.map((signer) => ({ ...signer, signingUrl: urlOf(signer) }))
  return presentCreated({ ...submission, signers, signingUrl: signers[0]?.signingUrl ?? null })
}
