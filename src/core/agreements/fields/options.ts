import type { FieldOptions, OptionName } from './field.ts'

export const longestText = 2_000
export const largestNumber = 999_999_999_999
export const mostDecimals = 6
export const mostChoices = 100
const bound = { minimum: -largestNumber, maximum: largestNumber, maxLength: 40 }

/** The options of blanks as JSON schemas, for every face that takes them. A type says in its own file which it takes. */
export const fieldOptions: Record<OptionName, Record<string, unknown>> = {
  maxLength: { type: 'integer', minimum: 1, maximum: longestText, description: 'Most characters of a text.' },
  multiline: { type: 'boolean', description: 'Whether a text may have several lines.' },
  min: { type: ['number', 'string'], ...bound, description: 'Least number, or first day as YYYY-MM-DD.' },
  max: { type: ['number', 'string'], ...bound, description: 'Greatest number, or last day as YYYY-MM-DD.' },
  decimals: {
    type: 'integer',
    minimum: 0,
    maximum: mostDecimals,
    description: 'Most decimal places of a number; 2 unless given.',
  },
  choices: {
    type: 'array',
    items: { type: 'string', maxLength: 200 },
    minItems: 2,
    maxItems: mostChoices,
    description: 'What can be chosen.',
  },
  display: {
    type: 'string',
    enum: ['radio', 'dropdown'] satisfies FieldOptions['display'][],
    description: 'How choices are shown; `radio` unless given.',
  },
}
