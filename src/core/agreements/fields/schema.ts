import { longestKey } from '../key.ts'
import { fieldKinds, fieldTypes } from './kinds.ts'
import { fieldOptions } from './options.ts'

const meanings = fieldTypes.map((type) => `\`${type}\`: ${fieldKinds[type].about}`).join('; ')

const share = (description: string, exclusiveMinimum?: number) => ({
  type: 'number',
  ...(exclusiveMinimum === undefined ? { minimum: 0 } : { exclusiveMinimum }),
  maximum: 1,
  description: `${description}, as a fraction of the visible page.`,
})

/** The place of a field on a PDF. All members are left out when the agreement is Markdown. */
const placeMembers = {
  page: { type: 'integer', minimum: 1, maximum: 300, description: 'Page of the PDF, counted from 1.' },
  x: share('Left side of the field'),
  y: share('Upper side of the field'),
  width: share('Width of the field', 0),
  height: share('Height of the field', 0),
}

/** The members of a field as JSON schemas, for both dialects. Options may be left out. */
export const fieldMembers = {
  key: {
    type: 'string',
    maxLength: longestKey,
    description: 'Key of the field, which its placeholders name.',
    examples: ['signature'],
  },
  type: { type: 'string', enum: [...fieldTypes], description: `Type of the value. ${meanings}.` },
  role: {
    type: 'string',
    maxLength: longestKey,
    description: 'Key of the signer role that fills the field in.',
    examples: ['driver'],
  },
  label: { type: 'string', maxLength: 200, description: 'Label for people.', examples: ['Signature'] },
  required: { type: 'boolean', description: 'Whether the field must be filled in.' },
  ...fieldOptions,
  ...placeMembers,
}

export const fieldSchema = {
  type: 'object',
  properties: fieldMembers,
  required: Object.keys(fieldMembers).filter((name) => !(name in fieldOptions) && !(name in placeMembers)),
  additionalProperties: false,
}
