import { longestKey } from '../key.ts'
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
  field: { type: 'string', maxLength: longestKey, description: 'Key of the other field.' },
  equals: {
    ...answer,
    description: 'The field is shown if the other field has this value; `true` means a ticked box.',
  },
  notEquals: { ...answer, description: 'The field is shown if the other field has another value or no value.' },
  filled: {
    type: 'boolean',
    description: 'The field is shown if the other field is filled in; with `false`, if it is empty.',
  },
}

const bound = { minimum: -largestNumber, maximum: largestNumber, maxLength: 40 }

/**
 * The options of fields as JSON schemas, for both dialects. The file of each type names the options that it accepts.
 */
export const fieldOptions: Record<OptionName, Record<string, unknown>> = {
  maxLength: {
    type: 'integer',
    minimum: 1,
    maximum: longestText,
    description: 'Greatest number of characters in a text.',
  },
  minLength: {
    type: 'integer',
    minimum: 1,
    maximum: longestText,
    description: 'Least number of characters in a text.',
  },
  pattern: {
    type: 'string',
    maxLength: longestPattern,
    description: 'Regular expression (RE2) that the whole text must match.',
  },
  patternWords: { type: 'string', maxLength: 200, description: 'Description of `pattern` for people.' },
  multiline: { type: 'boolean', description: 'Whether a text may have several lines.' },
  min: { type: ['number', 'string'], ...bound, description: 'Least number, or first day as YYYY-MM-DD.' },
  max: { type: ['number', 'string'], ...bound, description: 'Greatest number, or last day as YYYY-MM-DD.' },
  decimals: {
    type: 'integer',
    minimum: 0,
    maximum: mostDecimals,
    description: 'Greatest number of decimal places; 2 by default.',
  },
  choices: {
    type: 'array',
    items: { type: 'string', maxLength: 200 },
    minItems: 2,
    maxItems: mostChoices,
    description: 'Texts from which the signer chooses one.',
  },
  display: {
    type: 'string',
    enum: ['radio', 'dropdown'] satisfies FieldOptions['display'][],
    description: 'How choices are shown; `radio` by default.',
  },
  showIf: {
    type: 'object',
    properties: conditionMembers,
    required: ['field'],
    additionalProperties: false,
    description: 'The field is shown by the value of a field of the same or an earlier role; always by default.',
  },
  accept: {
    type: 'array',
    items: { type: 'string', enum: Object.keys(fileTypes) },
    minItems: 1,
    maxItems: 5,
    description: 'Accepted types of files; pdf, jpeg and png by default.',
  },
  maxMegabytes: {
    type: 'integer',
    minimum: 1,
    maximum: mostMegabytes,
    description: 'Greatest size of a file in MiB; 5 by default.',
  },
  prefill: {
    type: 'string',
    maxLength: 100,
    description: 'Name of the metadata that fills the field at first; the key of the field by default.',
  },
  fixed: { type: 'boolean', description: 'Whether the signer cannot change the value that the sender filled in.' },
}
