import { type Static, Type } from 'typebox'
import { type Field, fieldMembers, fieldSchema } from '../../../core/agreements/index.ts'
import { verificationCatalogue } from '../../../core/verifications/index.ts'
import { given, object, text, textOrNull, textsOrNull, time, timeOrNull, word, wordOrNull } from '../members.ts'
import { agreementLink } from './link.ts'

const { types, tiers } = verificationCatalogue

type FieldWire = Omit<Field, 'maxLength'> & { max_length?: number }

const { maxLength, ...otherMembers } = fieldMembers
const field = Type.Unsafe<FieldWire>({
  ...fieldSchema,
  properties: { ...otherMembers, max_length: maxLength },
  description: 'A blank.',
})

/** For how long finished documents are kept. */
export const documentRetentionDays = Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Null()], {
  description: 'For how many days finished documents are kept; null is the rule of the organization.',
  examples: [2555],
})

/** The members that an author gives, and that come back. */
export const agreementMembers = {
  title: Type.String({ maxLength: 200, description: 'Title.', examples: ['Driver agreement'] }),
  source: Type.Unsafe<string>({
    type: 'string',
    maxLength: 262_144,
    multiline: true,
    description: 'Markdown; a placeholder {{key}} stands for a field.',
    examples: ['# Driver agreement\n\nSigned by {{signature}}'],
  }),
  signer_roles: Type.Array(
    object(
      { key: given(50, 'Word that fields name.', 'driver'), name: given(100, 'Name for people.', 'Driver') },
      'A role.',
    ),
    { maxItems: 20, description: 'Who signs.' },
  ),
  fields: Type.Array(field, { maxItems: 200, description: 'Blanks of the agreement.' }),
  required_verifications: Type.Array(
    object(
      {
        verification_type: word(
          types.map((entry) => entry.value),
          'What is checked.',
        ),
        verification_tier: wordOrNull(
          tiers.map((entry) => entry.value),
          'Tier, where the type has tiers.',
        ),
        role: given(50, 'Signer role that is checked.', 'driver'),
      },
      'A check that a signer passes through.',
    ),
    { maxItems: 50, description: 'Checks of the signers.' },
  ),
}

/** What the agreement is written in; given as null, it is detected. */
export const givenLanguage = Type.Union([Type.String({ maxLength: 35 }), Type.Null()], {
  description: 'Language of the text as a tag of BCP 47; null, or left out, is what the text is written in.',
  examples: ['en'],
})

/** Which metadata signers see. */
export const shownMetadata = textsOrNull(
  50,
  'Names of the metadata that signers see, on the pages and in the finished document; null, or left out, is what the address of their link says, and nothing that a submission was created with.',
  ['order_number'],
)

const agreement = object(
  {
    agreement_id: text('Id of the agreement.', 'AGREE-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b'),
    version: Type.Integer({ description: 'Counts from 1; a change makes a new version.' }),
    ...agreementMembers,
    language: text('Language of the text as a tag of BCP 47: what its author said, or what was detected.', 'en'),
    shown_metadata: shownMetadata,
    source_sha256: text('SHA-256 of the source, in hex.'),
    document_retention_days: documentRetentionDays,
    archived_at: timeOrNull('When it was taken out of use.'),
    created_by: textOrNull('User id that created it; null when an API key did.'),
    created_at: time('When it was created.'),
    updated_at: time('When it was last changed.'),
  },
  'A document to be signed, in its newest version.',
)

export type AgreementWire = Static<typeof agreement>

export const agreementResources = { agreement, agreement_link: agreementLink }
