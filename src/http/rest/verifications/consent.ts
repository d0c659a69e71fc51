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
  subjectId: publicId('subject', 'The person. Use this id in an order.', {
    example: 'sub_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  submissionId: publicIdOrNull('submission', 'The submission in which the person consented.'),
  kind: shown(text('The kind of the consent.', 'background_check')),
  textVersion: shown(text('Version of the text.', 'background_check/2026-03')),
  textSha256: shown(text('SHA-256 of the text, in hex.')),
  locale: shown(text('Language of the text.', 'en')),
  typedName: shown(textOrNull('The name as the person typed it.')),
  acceptedAt: moment('When it was given.'),
  withdrawnAt: momentOrNull('When it was withdrawn.'),
} satisfies Members<Consent>

const page = object(
  { title: text('Title.'), paragraphs: Type.Array(Type.String(), { description: 'Plain text.' }) },
  'One page of the text.',
)

const textMembers = {
  kind: shown(text('What is consented to.')),
  version: shown(text('Version of the text.'), { wire: 'text_version' }),
  locale: shown(text('Language.')),
  sha256: shown(text('SHA-256 of the text, in hex.'), { wire: 'text_sha256' }),
  statement: shown(text('The sentence beside the box that the person ticks.')),
  pages: shownAs(Type.Array(page, { description: 'What is shown before.' }), (pages: ListedText['pages']) => pages),
} satisfies Members<ListedText>

/** The members of a consent that a caller has obtained. */
const obtained = {
  kind: given(word(consentKinds, 'The kind of the consent.')),
  typedName: given(textUpTo(200, 'The name as the person typed it.')),
  textVersion: given(textUpTo(200, 'The version of the text that was shown; the newest by default.')),
  locale: given(textUpTo(200, 'The language of the shown text.')),
  ipAddress: given(textUpTo(200, 'The IP address of the person.')),
  userAgent: given(textUpTo(512, 'The browser of the person.')),
}

/** A consent within an order, and a separate one. */
export const orderedConsent = request(obtained, ['kind'])
export const newConsent = request({ ...obtained, subjectId: givenId('subject', 'The person.') }, ['kind'])

export const consentResources = {
  consent: object(replyMembers(members), 'The consent of a person to a text.'),
  consent_text: object(replyMembers(textMembers), 'A text to show to a person before they consent.'),
}

export const presentConsent = presenter<Consent>(members)
export const presentText = presenter<ListedText>(textMembers)
