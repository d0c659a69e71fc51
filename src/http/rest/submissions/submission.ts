import { Type } from 'typebox'
import { formatId } from '../../../core/ids.ts'
import { type Submission, type SubmissionSigner, submissionStatuses } from '../../../core/submissions/index.ts'
import { mapOfTextsOrLists } from '../../maps.ts'
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
import { anyObject, object, secretText, text, textOrNull, word } from '../members.ts'

const signerMembers = {
  id: publicId('signer', 'Id of the signer.', { wire: 'signer_id', example: 'sgn_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b' }),
  subjectId: publicId('subject', 'The person; name them to erase them.', {
    example: 'sub_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  role: shown(text('Signer role.')),
  name: shown(textOrNull('Name that the signer gave.')),
  email: shown(textOrNull('E-mail address that the signer gave.')),
  mayChange: shown(Type.Boolean({ description: 'Whether they may name somebody else than the sender did.' })),
  viewedAt: momentOrNull('When it was opened; null until then.'),
  identifiedAt: momentOrNull('When the signer said who they are.'),
  signedAt: momentOrNull('When the signer signed.'),
  declinedAt: momentOrNull('When the signer declined.'),
} satisfies Members<SubmissionSigner>
const signer = object(replyMembers(signerMembers), 'A person in a submission.')
const presentSigner = presenter<SubmissionSigner>(signerMembers)

const leftOut = object(
  { name: text('Its name.', 'utm_source'), reason: word(['secret', 'tracking'], 'Why it is not kept.') },
  'A parameter that is not kept. Its value is nowhere.',
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
        'Query parameters of the opened link, or what the creation gave; a list for a name that came more than once.',
    }),
    { wire: 'submission_metadata' },
  ),
  leftOut: shown(Type.Array(leftOut, { description: 'What came as metadata and is not kept.' })),
  fieldValues: shown(anyObject('What the signers filled in, by field key.')),
  signers: shownAs(Type.Array(signer, { description: 'Who signs.' }), (signers: SubmissionSigner[]) =>
    signers.map(presentSigner),
  ),
  viewedAt: momentOrNull('When it was opened; null until then.'),
  completedAt: momentOrNull('When all had signed and the document was made.'),
  declinedAt: momentOrNull('When a signer declined.'),
  declineReason: shown(textOrNull('Why.')),
  voidedAt: momentOrNull('When it was called back.'),
  voidReason: shown(textOrNull('Why.')),
  expiredAt: momentOrNull('When it ran out.'),
  createdAt: moment('When it began.'),
  updatedAt: moment('When it last changed.'),
} satisfies Members<Submission>

type Created = Submission & { signingUrl: string }

const createdMembers = {
  ...members,
  signingUrl: shown(secretText('Address that the signer opens.')),
} satisfies Members<Created>

const newSigner = request({
  name: given(Type.String({ maxLength: 200, description: 'Name that is proposed.' })),
  email: given(Type.String({ maxLength: 254, description: 'E-mail address that is proposed.' })),
  mayChange: given(Type.Boolean({ default: false, description: 'Whether they may name somebody else instead.' })),
})

const newMembers = {
  agreementLinkId: givenId('agreement_link', 'Id of the agreement link.'),
  metadata: given(
    mapOfTextsOrLists({
      description: 'Names and values, as in the query of a link; a list for a name that has several.',
    }),
    { wire: 'submission_metadata' },
  ),
  signer: givenAs(
    object(newSigner.members, 'Who is to sign. What is given here is who signs, unless may_change is true.'),
    newSigner.read,
  ),
}

/** What a new submission is made of. */
export const newSubmission = request(newMembers, ['agreementLinkId'])

/** What core calls otherwise. */
export const submissionNames = otherNames(newMembers)

export const submissionResources = {
  submission: object(replyMembers(members), 'One run through an agreement link.'),
  created_submission: object(replyMembers(createdMembers), 'A submission that was made for one signer.'),
}

/** A submission in the newest shape. */
export const presentSubmission = presenter<Submission>(members)

const presentCreated = presenter<Created>(createdMembers)

/** A submission that was just made, with its signer's own way in. */
export function presentCreatedSubmission(submission: Submission, token: string, base: string): Record<string, unknown> {
  const link = formatId('agreement_link', submission.agreementLinkId)
  return presentCreated({ ...submission, signingUrl: `${base}/agree/${link}/begin/${token}` })
}
