import { Type } from 'typebox'
import { type Field, fieldSchema, longestKey, mostRoles, type PdfFile } from '../../core/agreements/index.ts'
import { longestEmail } from '../../core/email.ts'
import { mapOfAnswers } from '../maps.ts'
import { fileUploadSchema } from '../uploads.ts'

const closed = { additionalProperties: false }
const upTo = (maxLength: number) => Type.String({ maxLength })

// The parts of an agreement and of each of its versions.
export const signerRoles = Type.Array(
  Type.Object(
    {
      key: upTo(longestKey),
      name: upTo(100),
      order: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: mostRoles,
          description:
            'The turn of the role. Roles with the same order act at the same time. A role with a later order acts once all earlier roles have acted. By default, the place of the role in the list.',
        }),
      ),
      kind: Type.Optional(
        Type.Enum(['signer', 'approver', 'copy'], {
          description:
            'What the role does: sign, approve without signing, or only get the finished document; `signer` by default.',
        }),
      ),
    },
    closed,
  ),
  { maxItems: mostRoles },
)
/** The checks that a signer must pass before reading. */
export const givenAccess = Type.Object(
  {
    emailCode: Type.Optional(
      Type.Boolean({
        description: 'Whether the signer must type a code from an e-mail before they can read the agreement.',
      }),
    ),
  },
  { ...closed, description: 'What the signer must enter before they can read the agreement; nothing by default.' },
)

/** The people whom a link names. */
export const linkSigners = Type.Array(
  Type.Object(
    {
      role: upTo(longestKey),
      name: Type.Optional(Type.Union([upTo(200), Type.Null()])),
      email: upTo(longestEmail),
      mayDelegate: Type.Optional(
        Type.Boolean({ description: 'Whether the signer may pass their part on to another person.' }),
      ),
      access: Type.Optional(givenAccess),
      fields: Type.Optional(
        mapOfAnswers({
          description:
            'The values of the fields of the signer, by key. The signer can change them unless the field is fixed.',
        }),
      ),
    },
    closed,
  ),
  { maxItems: mostRoles },
)

export const fields = Type.Array(Type.Unsafe<Field>(fieldSchema), { maxItems: 200 })
export const requiredVerifications = Type.Array(
  Type.Object({ type: upTo(50), tier: Type.Union([upTo(50), Type.Null()]), role: upTo(longestKey) }, closed),
  { maxItems: 50 },
)

/** A PDF as a client sends it. */
export const fileUpload = fileUploadSchema('The name of the file, and its bytes in base64.')
export const pdfFile = Type.Object(
  {
    name: upTo(255),
    byteSize: Type.Integer(),
    pages: Type.Array(
      Type.Object(
        {
          width: Type.Number({ description: 'The width of the page as it is shown, in points.' }),
          height: Type.Number(),
        },
        closed,
      ),
    ),
    anchors: Type.Array(
      Type.Object(
        {
          key: upTo(100),
          page: Type.Integer(),
          x: Type.Number(),
          y: Type.Number(),
          width: Type.Number(),
          height: Type.Number(),
        },
        closed,
      ),
      { description: 'Words in double braces that name fields, with their places.' },
    ),
  },
  closed,
)

/** The file of an agreement as replies show it. */
export function showFile(file: unknown): unknown {
  return isFile(file) ? describeFile(file) : null
}

function describeFile({ name, byteSize, pages, anchors }: PdfFile) {
  const found = anchors.flatMap(({ key, places: [first] }) => (first ? [{ key, ...first }] : []))
  return { name, byteSize, pages, anchors: found }
}

function isFile(file: unknown): file is PdfFile {
  return typeof file === 'object' && file !== null && 'anchors' in file
}
