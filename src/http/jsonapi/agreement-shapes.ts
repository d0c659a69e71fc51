import { Type } from 'typebox'
import { type Field, fieldSchema, mostRoles } from '../../core/agreements/index.ts'

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
export const fields = Type.Array(Type.Unsafe<Field>(fieldSchema), { maxItems: 200 })
export const requiredVerifications = Type.Array(
  Type.Object({ type: upTo(50), tier: Type.Union([upTo(50), Type.Null()]), role: upTo(50) }, closed),
  { maxItems: 50 },
)
