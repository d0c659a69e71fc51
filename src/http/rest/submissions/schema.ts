import { type Static, Type } from 'typebox'
import { mapOfTextsOrLists } from '../../maps.ts'
import { anyObject, object, secretText, text, textOrNull, time, timeOrNull, word } from '../members.ts'

const signer = object(
  {
    signer_id: text('Id of the signer.', 'sgn_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    subject_id: text('The person; name them to erase them.', 'sub_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    role: text('Signer role.'),
    name: textOrNull('Name that the signer gave.'),
    email: textOrNull('E-mail address that the signer gave.'),
    may_change: Type.Boolean({ description: 'Whether they may name somebody else than the sender did.' }),
    viewed_at: timeOrNull('When it was opened; null until then.'),
    identified_at: timeOrNull('When the signer said who they are.'),
    signed_at: timeOrNull('When the signer signed.'),
    declined_at: timeOrNull('When the signer declined.'),
  },
  'A person in a submission.',
)

const submissionMembers = {
  submission_id: text('Id of the submission.', 'AGREESUBMISSION-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
  agreement_id: text('Id of the agreement.'),
  agreement_version: Type.Integer({ description: 'Version of the agreement that was shown.' }),
  agreement_link_id: text('Id of the agreement link.'),
  status: word(
    ['created', 'viewed', 'signed', 'completed', 'declined', 'voided', 'expired'] as const,
    'Where the submission stands.',
  ),
  submission_metadata: mapOfTextsOrLists({
    description:
      'Query parameters of the opened link, or what the creation gave; a list for a name that came more than once.',
  }),
  left_out: Type.Array(
    object(
      { name: text('Its name.', 'utm_source'), reason: word(['secret', 'tracking'] as const, 'Why it is not kept.') },
      'A parameter that is not kept. Its value is nowhere.',
    ),
    { description: 'What came as metadata and is not kept.' },
  ),
  field_values: anyObject('What the signers filled in, by field key.'),
  signers: Type.Array(signer, { description: 'Who signs.' }),
  viewed_at: timeOrNull('When it was opened; null until then.'),
  completed_at: timeOrNull('When all had signed and the document was made.'),
  declined_at: timeOrNull('When a signer declined.'),
  decline_reason: textOrNull('Why.'),
  voided_at: timeOrNull('When it was called back.'),
  void_reason: textOrNull('Why.'),
  expired_at: timeOrNull('When it ran out.'),
  created_at: time('When it began.'),
  updated_at: time('When it last changed.'),
}

const submission = object(submissionMembers, 'One run through an agreement link.')

const createdSubmission = object(
  { ...submissionMembers, signing_url: secretText('Address that the signer opens.') },
  'A submission that was made for one signer.',
)

export type SubmissionWire = Static<typeof submission>

export type CreatedSubmissionWire = Static<typeof createdSubmission>

export const submissionResources = { submission, created_submission: createdSubmission }
