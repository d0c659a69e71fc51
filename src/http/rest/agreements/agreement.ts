import { Type } from 'typebox'
import {
  type Agreement,
  longestKey,
  longestTag,
  MAX_SOURCE_LENGTH,
  mostRoles,
  mostTags,
  roleKinds,
} from '../../../core/agreements/index.ts'
import { verificationCatalogue } from '../../../core/verifications/index.ts'
import { fileUploadSchema } from '../../uploads.ts'
import {
  both,
  given,
  givenAs,
  join,
  type Members,
  moment,
  momentOrNull,
  otherNames,
  presenter,
  publicId,
  publicIdOrNull,
  replyMembers,
  request,
  shown,
  shownAs,
} from '../member-table.ts'
import { object, text, texts, textsOrNull, textUpTo, word, wordOrNull } from '../members.ts'
import { fields, presentField, readField } from './field.ts'

const roleMembers = {
  key: both(textUpTo(longestKey, 'Word that fields name.', 'driver')),
  name: both(textUpTo(100, 'Name for people.', 'Driver')),
  order: both(
    Type.Integer({
      minimum: 1,
      maximum: mostRoles,
      description:
        'The turn of the role. Roles with the same order act at the same time. A role with a later order acts once all earlier roles have acted. By default, the place of the role in the list.',
    }),
  ),
  kind: both(
    word(
      roleKinds,
      'What the role does: sign, approve without signing, or only get the finished document; signer by default.',
    ),
  ),
} satisfies Members<Agreement['signerRoles'][number]>
const givenRole = request(roleMembers, ['key', 'name'])
const shownRole = object(replyMembers(roleMembers), 'A role.')

const valuesOf = (entries: readonly { value: string }[]) => entries.map(({ value }) => value)

type RequiredVerification = Agreement['requiredVerifications'][number]

const requiredMembers = {
  type: both(word(valuesOf(verificationCatalogue.types), 'The type of the verification.'), {
    wire: 'verification_type',
  }),
  tier: both(wordOrNull(valuesOf(verificationCatalogue.tiers), 'Tier, where the type has tiers.'), {
    wire: 'verification_tier',
  }),
  role: both(textUpTo(longestKey, 'The signer role to verify.', 'driver')),
} satisfies Members<RequiredVerification>
const required = request(requiredMembers, ['type', 'tier', 'role'])
const requiredVerifications = Type.Array(object(required.members, 'A verification that a signer passes through.'), {
  maxItems: 50,
  description: 'Verifications of the signers.',
})
const presentRequired = presenter<RequiredVerification>(requiredMembers)

const fileShape = Type.Union(
  [
    object(
      {
        name: text('What it was called.'),
        byte_size: Type.Integer({ description: 'Its size in bytes.' }),
        pages: Type.Array(object({ width: Type.Number(), height: Type.Number() }, 'A page as it is seen, in points.')),
      },
      'The PDF of the agreement.',
    ),
    Type.Null(),
  ],
  { description: 'The PDF of the agreement; null for an agreement in Markdown.' },
)

const givenLanguage = Type.Union([Type.String({ maxLength: 35 }), Type.Null()], {
  description: 'The language of the text as a BCP 47 tag. With null or no value, the server detects it.',
  examples: ['en'],
})

const members = {
  id: publicId('agreement', 'Id of the agreement.', {
    wire: 'agreement_id',
    example: 'AGREE-0190f3a1c2d37e4f8a9b0c1d2e3f4a5b',
  }),
  version: shown(Type.Integer({ description: 'The number of the version, from 1. A change makes a new version.' })),
  title: both(Type.String({ maxLength: 200, description: 'Title.', examples: ['Driver agreement'] })),
  source: both(
    Type.Unsafe<string>({
      type: 'string',
      maxLength: MAX_SOURCE_LENGTH,
      multiline: true,
      description: 'Markdown; a placeholder {{key}} stands for a field. Empty for an agreement of a PDF.',
      examples: ['# Driver agreement\n\nSigned by {{signature}}'],
    }),
  ),
  fileUpload: given(
    fileUploadSchema('A PDF in place of source: its name, and its bytes in base64; up to 25 MiB and 300 pages.'),
  ),
  importFields: given(
    Type.Boolean({
      description:
        'Whether Sealane makes fields of the form fields of the PDF and of its words in double braces, and adds a signature for each signing role without one.',
    }),
  ),
  pdf: shownAs(
    fileShape,
    (file: Agreement['pdf']) =>
      file && {
        name: file.name,
        byte_size: file.byteSize,
        pages: file.pages.map(({ width, height }) => ({ width, height })),
      },
    { wire: 'file' },
  ),
  signerRoles: join(
    givenAs(
      Type.Array(object(givenRole.members, 'A role.'), { maxItems: mostRoles, description: 'Who takes part.' }),
      (list) => list.map(givenRole.read),
    ),
    shown(Type.Array(shownRole, { description: 'Who takes part.' })),
  ),
  fields: join(
    givenAs(fields, (list) => list.map(readField)),
    shownAs(fields, (list: Agreement['fields']) => list.map(presentField)),
  ),
  requiredVerifications: join(
    givenAs(requiredVerifications, (list) => list.map(required.read)),
    shownAs(requiredVerifications, (list: RequiredVerification[]) => list.map(presentRequired)),
  ),
  language: join(
    given(givenLanguage),
    shown(text('The language of the text as a BCP 47 tag, given by its author or detected.', 'en')),
  ),
  shownMetadata: both(
    textsOrNull(
      50,
      'The names of the metadata that signers see on the pages and in the finished document. Null or no value shows the metadata of the address of their link, and hides the metadata that a submission was created with.',
      ['order_number'],
    ),
  ),
  sourceSha256: shown(text('SHA-256 of the source, in hex.')),
  documentRetentionDays: both(
    Type.Union([Type.Integer({ minimum: 1, maximum: 36_500 }), Type.Null()], {
      description: 'For how many days finished documents are kept; null takes the rule of the organization.',
      examples: [2555],
    }),
  ),
  tags: both(
    texts('Tags: your own words to sort agreements by. A change of tags makes no new version.', ['lease'], {
      most: mostTags,
      longest: longestTag,
    }),
  ),
  copyOf: publicIdOrNull('agreement', 'The original of a copy; null once the original is deleted.'),
  archivedAt: momentOrNull('When the agreement was archived.'),
  createdBy: publicIdOrNull('user', 'User id that created it; null when an API key did.'),
  createdAt: moment('When it was created.'),
  updatedAt: moment('When it was last changed.'),
} satisfies Members<Agreement & { fileUpload: never; importFields: never }>

const fromVersion = given(
  Type.Integer({
    minimum: 1,
    maximum: 2_147_483_647,
    description:
      'An older version that becomes the newest again. Its text or file, roles, fields and verifications are taken unless you give others here.',
  }),
)

/** A new agreement, and a change of one. */
export const newAgreement = request(members, ['title', 'signerRoles', 'fields'])
export const agreementChanges = request({ ...members, fromVersion })
/** The members that a copy does not take from the original. */
export const copyOfAgreement = request({ title: members.title, tags: members.tags })

/** Members that have another name in core. */
export const agreementNames = Object.fromEntries(
  Object.entries(otherNames(requiredMembers)).map(([name, wire]) => [`requiredVerifications.${name}`, wire]),
)

export const agreementResources = {
  agreement: object(replyMembers(members), 'A document to be signed, in its newest version.'),
}

/** An agreement in the newest shape. */
export const presentAgreement = presenter<Agreement>(members)
