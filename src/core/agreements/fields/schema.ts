import { fieldKinds, fieldTypes } from './kinds.ts'
import { fieldOptions } from './options.ts'

const meanings = fieldTypes.map((type) => `\`${type}\`: ${fieldKinds[type].about}`).join('; ')

const share = (description: string, exclusiveMinimum?: number) => ({
  type: 'number',
  ...(exclusiveMinimum === undefined ? { minimum: 0 } : { exclusiveMinimum }),
  maximum: 1,
  description: `${description}, as a fraction of the page as it is seen.`,
})

/** The place of a field on a PDF. All members are left out when the agreement is Markdown. */
const placeMembers = {
  page: { type: 'integer', minimum: 1, maximum: 300, description: 'Page of the PDF that it stands on, from 1.' },
  x: share('Its left side'),
  y: share('Its upper side'),
  width: share('Its width', 0),
  height: share('Its height', 0),
}

/** The members of a field as JSON schemas, for both dialects. Options may be left out. */
export const fieldMembers = {
  key: { type: 'string', maxLength: 50, description: 'Word of the placeholder.', examples: ['signature'] },
  type: { type: 'string', enum: [...fieldTypes], description: `What goes in. ${meanings}.` },
  role: { type: 'string', maxLength: 50, description: 'Signer role that fills it in.', examples: ['driver'] },
  label: { type: 'string', maxLength: 200, description: 'Label for people.', examples: ['Signature'] },
  required: { type: 'boolean', description: 'Whether it must be filled in.' },
  ...fieldOptions,
  ...placeMembers,
}

export const fieldSchema = {
  type: 'object',
  properties: fieldMembers,
  required: Object.keys(fieldMembers).filter((name) => !(name in fieldOptions) && !(name in placeMembers)),
  additionalProperties: false,
}
