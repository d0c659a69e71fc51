import { fieldKinds, fieldTypes } from './kinds.ts'
import { fieldOptions } from './options.ts'

const meanings = fieldTypes.map((type) => `\`${type}\`: ${fieldKinds[type].about}`).join('; ')

/** The members of a blank as JSON schemas, for every face that takes one. Options may be left out. */
export const fieldMembers = {
  key: { type: 'string', maxLength: 50, description: 'Word of the placeholder.', examples: ['signature'] },
  type: { type: 'string', enum: [...fieldTypes], description: `What goes in. ${meanings}.` },
  role: { type: 'string', maxLength: 50, description: 'Signer role that fills it in.', examples: ['driver'] },
  label: { type: 'string', maxLength: 200, description: 'Label for people.', examples: ['Signature'] },
  required: { type: 'boolean', description: 'Whether it must be filled in.' },
  ...fieldOptions,
}

/** A blank as a JSON schema. */
export const fieldSchema = {
  type: 'object',
  properties: fieldMembers,
  required: Object.keys(fieldMembers).filter((name) => !(name in fieldOptions)),
  additionalProperties: false,
}
