import { type Fault, fault } from '../../errors.ts'
import { checkText, countLetters, findLengthFault } from '../../text.ts'
import type { Blank, FieldKind } from './field.ts'
import { longestText as longest } from './options.ts'
import { countSteps, fitsPattern, longestPattern, mostSteps } from './pattern.ts'
import { readAs } from './reading.ts'

/** Text of one line or of several. */
export const text: FieldKind = {
  about: 'words',
  options: ['minLength', 'maxLength', 'multiline', 'pattern', 'patternWords', 'showIf', 'prefill', 'fixed'],
  size: { width: 160, height: 17 },
  filledBy: 'signer',
  keepsLabel: false,
  required: 'required',
  findOptionFaults: (blank) => [...findLengthFaults(blank), ...findPatternFaults(blank)],
  read: (typed, { multiline }, locale) => readAs({ type: 'text', multiline }, typed, locale),
  findFaults(path, value, { minLength = 0, maxLength = longest, pattern, patternWords: words = '' }) {
    if (countLetters(value) < minLength) return [fault(path, 'shortest', { least: minLength })]
    const faults = findLengthFault(path, value, maxLength)
    if (faults.length > 0 || pattern === undefined || fitsPattern(pattern, value)) return faults
    return [fault(path, 'pattern', { words })]
  },
  greatestLength: ({ maxLength }) => maxLength ?? longest,
  finish: (value) => ({ kind: 'text', value }),
}

function findLengthFaults({ minLength, maxLength }: Blank): Fault[] {
  const isLength = (length: number | undefined) => length === undefined || (length >= 1 && length <= longest)
  const faults = [
    ...(isLength(minLength) ? [] : [fault(['minLength'], 'option_length', { most: longest })]),
    ...(isLength(maxLength) ? [] : [fault(['maxLength'], 'option_length', { most: longest })]),
  ]
  if (faults.length > 0 || (minLength ?? 1) <= (maxLength ?? longest)) return faults
  return [fault(['maxLength'], 'number_least', { min: minLength ?? 1 })]
}

function findPatternFaults({ pattern, patternWords }: Blank): Fault[] {
  if (pattern === undefined) return patternWords === undefined ? [] : [fault(['patternWords'], 'pattern_missing')]
  if (patternWords === undefined) return [fault(['patternWords'], 'pattern_words')]
  const faults = checkText(['patternWords'], patternWords, { minLength: 1, maxLength: 200 })
  const steps = pattern.length > longestPattern ? longestPattern : countSteps(pattern)
  if (pattern === '' || steps === null) return [...faults, fault(['pattern'], 'pattern_none')]
  if (pattern.length <= longestPattern && steps <= mostSteps) return faults
  return [...faults, fault(['pattern'], 'pattern_large', { most: longestPattern })]
}
