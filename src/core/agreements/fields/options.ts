import type { FieldOptions, OptionName } from './field.ts'

/** The options of blanks as JSON schemas, for every face that takes them. A type says in its own file which it takes. */
export const fieldOptions: Record<OptionName, Record<string, unknown>> = {
  maxLength: { type: 'integer', description: 'Most characters of a text.' },
  multiline: { type: 'boolean', description: 'Whether a text may have several lines.' },
  min: { type: ['number', 'string'], maxLength: 40, description: 'Least number, or first day as YYYY-MM-DD.' },
  max: { type: ['number', 'string'], maxLength: 40, description: 'Greatest number, or last day as YYYY-MM-DD.' },
  decimals: { type: 'integer', description: 'Most decimal places of a number, from 0 to 6; 2 unless given.' },
  choices: {
    type: 'array',
    items: { type: 'string', maxLength: 200 },
    maxItems: 200,
    description: 'What can be chosen, 2 to 100.',
  },
  display: {
    type: 'string',
    enum: ['radio', 'dropdown'] satisfies FieldOptions['display'][],
    description: 'How choices are shown; `radio` unless given.',
  },
}
