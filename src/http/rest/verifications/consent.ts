import { Type } from 'typebox'
import { type Consent, consentTexts, type ListedText } from '../../../core/verifications/index.ts'
import {
  given,
  givenId,
  type Members,
  moment,
  momentOrNull,
  presenter,
  publicId,
  publicIdOrNull,
  replyMembers,
  request,
  shown,
  shownAs,
} from '../member-table.ts'
import { object, text, textOrNull, textUpTo, word } from '../members.ts'

export const consentKinds = [...new Set(consentTexts.map(({ kind }) => kind))]

const members = {
  id: publicId('consent', 'Id of the consent.', {
    wire: 'consent_id',
    example: 'cns_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  subjectId: publicId('subject', 'The person; name them in an order.', {
    example: 'sub_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  submissionId: publicIdOrNull('submission', 'Submission that it was given in.'),
  kind: shown(text('What was consented to.', 'background_check')),
  textVersion: shown(text('Version of the text.', 'background_check/2026-03')),
  textSha256: shown(text('SHA-256 of the text, in hex.')),
  locale: shown(text('Language of the text.', 'en')),
  typedName: shown(textOrNull('The name as the person typed it.')),
  acceptedAt: moment('When it was given.'),
  withdrawnAt: momentOrNull('When it was withdrawn.'),
} satisfies Members<Consent>

const page = object(
  { title: text('Title.'), paragraphs: Type.Array(Type.String(), { description: 'Plain text.' }) },
  'A page that stands by itself.',
)

const textMembers = {
  kind: shown(text('What is consented to.')),
  version: shown(text('Version of the text.'), { wire: 'text_version' }),
  locale: shown(text('Language.')),
  sha256: shown(text('SHA-256 of the text, in hex.'), { wire: 'text_sha256' }),
  statement: shown(text('The sentence beside the box that is ticked.')),
  pages: shownAs(Type.Array(page, { description: 'What is shown before.' }), (pages: ListedText['pages']) => pages),
} satisfies Members<ListedText>

/** The members of a consent that a caller has obtained. */
const obtained = {
  kind: given(word(consentKinds, 'What was consented to.')),
  typedName: given(textUpTo(200, 'The name as the person typed it.')),
  textVersion: given(textUpTo(200, 'Version of the text that was shown; the newest unless given.')),
  locale: given(textUpTo(200, 'Language that it was shown in.')),
  ipAddress: given(textUpTo(200, 'Address that the person consented from.')),
  userAgent: given(textUpTo(512, 'Browser that the person consented with.')),
}

/** A consent within an order, and one by itself. */
export const orderedConsent = request(obtained, ['kind'])
export const newConsent = request({ ...obtained, subjectId: givenId('subject', 'The person.') }, ['kind'])

export const consentResources = {
  consent: object(replyMembers(members), 'That a person agreed to a text.'),
  consent_text: object(replyMembers(textMembers), 'A text to show to a person before they consent.'),
}

export const presentConsent = presenter<Consent>(members)
export const presentText = presenter<ListedText>(textMembers)
