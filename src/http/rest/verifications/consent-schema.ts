import { type Static, Type } from 'typebox'
import { object, text, textOrNull, time, timeOrNull } from '../members.ts'

const consent = object(
  {
    consent_id: text('Id of the consent.', 'cns_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    subject_id: text('The person; name them in an order.', 'sub_0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    submission_id: textOrNull('Submission that it was given in.'),
    kind: text('What was consented to.', 'background_check'),
    text_version: text('Version of the text.', 'background_check/2026-03'),
    text_sha256: text('SHA-256 of the text, in hex.'),
    locale: text('Language of the text.', 'en'),
    typed_name: textOrNull('The name as the person typed it.'),
    accepted_at: time('When it was given.'),
    withdrawn_at: timeOrNull('When it was withdrawn.'),
  },
  'That a person agreed to a text.',
)

const page = object(
  { title: text('Title.'), paragraphs: Type.Array(Type.String(), { description: 'Plain text.' }) },
  'A page that stands by itself.',
)

const consentText = object(
  {
    kind: text('What is consented to.'),
    text_version: text('Version of the text.'),
    locale: text('Language.'),
    text_sha256: text('SHA-256 of the text, in hex.'),
    statement: text('The sentence beside the box that is ticked.'),
    pages: Type.Array(page, { description: 'What is shown before.' }),
  },
  'A text to show to a person before they consent.',
)

export type ConsentWire = Static<typeof consent>
export type ConsentTextWire = Static<typeof consentText>

export const consentResources = { consent, consent_text: consentText }
