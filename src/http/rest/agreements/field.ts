import { Type } from 'typebox'
import {
  type Condition,
  conditionMembers,
  type Field,
  fieldMembers,
  fieldSchema,
} from '../../../core/agreements/index.ts'

type ConditionWire = Omit<Condition, 'notEquals'> & { not_equals?: Condition['notEquals'] }
type FieldWire = Omit<Field, 'minLength' | 'maxLength' | 'maxMegabytes' | 'patternWords' | 'showIf'> & {
  min_length?: number
  max_length?: number
  max_megabytes?: number
  pattern_words?: string
  show_if?: ConditionWire
}

const { minLength, maxLength, maxMegabytes, patternWords, showIf, ...otherMembers } = fieldMembers
const { notEquals, ...otherConditions } = conditionMembers
const field = Type.Unsafe<FieldWire>({
  ...fieldSchema,
  properties: {
    ...otherMembers,
    min_length: minLength,
    max_length: maxLength,
    max_megabytes: maxMegabytes,
    pattern_words: patternWords,
    show_if: { ...showIf, properties: { ...otherConditions, not_equals: notEquals } },
  },
  description: 'A blank.',
})

/** The blanks of an agreement on the wire. */
export const fields = Type.Array(field, { maxItems: 200, description: 'Blanks of the agreement.' })

/** Core's form of a blank from a request. */
export function readField({
  min_length,
  max_length,
  max_megabytes,
  pattern_words,
  show_if,
  ...same
}: FieldWire): Field {
  return {
    ...same,
    ...(min_length !== undefined && { minLength: min_length }),
    ...(max_length !== undefined && { maxLength: max_length }),
    ...(max_megabytes !== undefined && { maxMegabytes: max_megabytes }),
    ...(pattern_words !== undefined && { patternWords: pattern_words }),
    ...(show_if && { showIf: readCondition(show_if) }),
  }
}

/** A blank as replies show it. */
export function presentField({ minLength, maxLength, maxMegabytes, patternWords, showIf, ...same }: Field): FieldWire {
  return {
    ...same,
    ...(minLength !== undefined && { min_length: minLength }),
    ...(maxLength !== undefined && { max_length: maxLength }),
    ...(maxMegabytes !== undefined && { max_megabytes: maxMegabytes }),
    ...(patternWords !== undefined && { pattern_words: patternWords }),
    ...(showIf && { show_if: presentCondition(showIf) }),
  }
}

function readCondition({ not_equals, ...same }: ConditionWire): Condition {
  return { ...same, ...(not_equals !== undefined && { notEquals: not_equals }) }
}

function presentCondition({ notEquals, ...same }: Condition): ConditionWire {
  return { ...same, ...(notEquals !== undefined && { not_equals: notEquals }) }
}
