import type { FieldOptions, OptionName } from './field.ts'
import { fileTypes, mostMegabytes } from './file.ts'
import { longestPattern } from './pattern.ts'

export const longestText = 2_000
export const largestNumber = 999_999_999_999
export const mostDecimals = 6
export const mostChoices = 100
const answer = {
  type: ['string', 'number', 'boolean'],
  maxLength: longestText,
  minimum: -largestNumber,
  maximum: largestNumber,
}

/** The members of a condition: `field` and exactly one of the others. */
export const conditionMembers = {
  field: { type: 'string', maxLength: 50, description: 'Key of the field that it depends on.' },
  equals: { ...answer, description: 'Shown if that field has this value; true for a box that is ticked.' },
  notEquals: { ...answer, description: 'Shown if that field has another value, or none.' },
  filled: { type: 'boolean', description: 'Shown if that field is filled in; with false, if it is left empty.' },
}

const bound = { minimum: -largestNumber, maximum: largestNumber, maxLength: 40 }

/**
 * The options of fields as JSON schemas, for both dialects. The file of each type names the options that it accepts.
 */
export const fieldOptions: Record<OptionName, Record<string, unknown>> = {
  maxLength: { type: 'integer', minimum: 1, maximum: longestText, description: 'Most characters of a text.' },
  minLength: { type: 'integer', minimum: 1, maximum: longestText, description: 'Least characters of a text.' },
  pattern: {
    type: 'string',
    maxLength: longestPattern,
    description: 'What a text must be, whole: a regular expression as RE2 reads it.',
  },
  patternWords: { type: 'string', maxLength: 200, description: 'What `pattern` asks for, in words for people.' },
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
  showIf: {
    type: 'object',
    properties: conditionMembers,
    required: ['field'],
    additionalProperties: false,
    description: 'When it is shown: by the value of a field of the same role or an earlier one. Always, unless given.',
  },
  accept: {
    type: 'array',
    items: { type: 'string', enum: Object.keys(fileTypes) },
    minItems: 1,
    maxItems: 5,
    description: 'Types of files that are taken; pdf, jpeg and png unless given.',
  },
  maxMegabytes: {
    type: 'integer',
    minimum: 1,
    maximum: mostMegabytes,
    description: 'Most MiB of a file; 5 unless given.',
  },
  prefill: {
    type: 'string',
    maxLength: 100,
    description: 'Name of the metadata that it begins with; metadata of the name of its key, unless given.',
  },
  fixed: { type: 'boolean', description: 'Whether what the sender has filled in stays as it is.' },
}
