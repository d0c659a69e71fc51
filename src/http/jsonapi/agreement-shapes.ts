import { Type } from 'typebox'
import { type Field, fieldSchema, mostRoles, type PdfFile } from '../../core/agreements/index.ts'
import { mapOfAnswers } from '../maps.ts'
import { fileUploadSchema } from '../uploads.ts'

const closed = { additionalProperties: false }
const upTo = (maxLength: number) => Type.String({ maxLength })

// The parts of an agreement and of each of its versions.
export const signerRoles = Type.Array(
  Type.Object(
    {
      key: upTo(50),
      name: upTo(100),
      order: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: mostRoles,
          description:
            'When they act: those of one order side by side, those of a later one when all before have. Their place in the list unless given.',
        }),
      ),
      kind: Type.Optional(
        Type.Enum(['signer', 'approver', 'copy'], {
          description:
            'What they do: sign, approve without signing, or only get the finished document; `signer` unless given.',
        }),
      ),
    },
    closed,
  ),
  { maxItems: mostRoles },
)
/** What a signer is asked before they read. */
export const givenAccess = Type.Object(
  {
    emailCode: Type.Optional(
      Type.Boolean({ description: 'Whether they type a code that is mailed to their address before they read.' }),
    ),
  },
  { ...closed, description: 'What is asked before they read; nothing, unless given.' },
)

/** Whom a link brings in. */
export const linkSigners = Type.Array(
  Type.Object(
    {
      role: upTo(50),
      name: Type.Optional(Type.Union([upTo(200), Type.Null()])),
      email: upTo(254),
      mayDelegate: Type.Optional(Type.Boolean({ description: 'Whether they may pass it on to somebody else.' })),
      access: Type.Optional(givenAccess),
      fields: Type.Optional(
        mapOfAnswers({
          description: 'What stands in their fields, by key. They can change it unless the field is fixed.',
        }),
      ),
    },
    closed,
  ),
  { maxItems: mostRoles },
)

export const fields = Type.Array(Type.Unsafe<Field>(fieldSchema), { maxItems: 200 })
export const requiredVerifications = Type.Array(
  Type.Object({ type: upTo(50), tier: Type.Union([upTo(50), Type.Null()]), role: upTo(50) }, closed),
  { maxItems: 50 },
)

/** A PDF as it is sent. */
export const fileUpload = fileUploadSchema('Its name, and its bytes in base64.')
export const pdfFile = Type.Object(
  {
    name: upTo(255),
    byteSize: Type.Integer(),
    pages: Type.Array(
      Type.Object({ width: Type.Number({ description: 'In points, as it is seen.' }), height: Type.Number() }, closed),
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
      { description: 'Words in double braces that name fields, where they stand.' },
    ),
  },
  closed,
)

/** The file of an agreement as it is told. */
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
