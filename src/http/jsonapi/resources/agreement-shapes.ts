import { Type } from 'typebox'
import { type Field, fieldSchema } from '../../../core/agreements/index.ts'

const closed = { additionalProperties: false }
const upTo = (maxLength: number) => Type.String({ maxLength })

// What an agreement and each of its versions are made of.
export const signerRoles = Type.Array(Type.Object({ key: upTo(50), name: upTo(100) }, closed), { maxItems: 20 })
export const fields = Type.Array(Type.Unsafe<Field>(fieldSchema), { maxItems: 200 })
export const requiredVerifications = Type.Array(
  Type.Object({ type: upTo(50), tier: Type.Union([upTo(50), Type.Null()]), role: upTo(50) }, closed),
  { maxItems: 50 },
)
