import { type Fault, fault } from '../../errors.ts'
import { checkText } from '../../text.ts'
import { readTyped } from '../../typed-text.ts'
import type { FieldKind } from './field.ts'
import { mostChoices as most } from './options.ts'
import { readAs } from './reading.ts'

/** One of several texts, shown as radio buttons or as a drop-down list. Its value is the chosen text. */
export const choice: FieldKind = {
  about: 'one of the choices',
  options: ['choices', 'display', 'showIf', 'prefill', 'fixed'],
  size: { width: 140, height: 17 },
  filledBy: 'signer',
  keepsLabel: false,
  required: 'required_choice',
  findOptionFaults({ choices }) {
    if (!choices) return [fault(['choices'], 'choices_missing', { most })]
    if (choices.length < 2 || choices.length > most) return [fault(['choices'], 'choices_count', { most })]
    return choices.flatMap((text, index) => checkChoice(choices, text, index))
  },
  read: (typed, { choices }, locale) => readAs({ type: 'choice', choices }, typed, locale),
  findFaults: (path, value, { choices = [] }) => (choices.includes(value) ? [] : [fault(path, 'choice')]),
  greatestLength: ({ choices = [] }) => Math.max(0, ...choices.map((text) => text.length)),
  finish: (value) => ({ kind: 'text', value }),
}

function checkChoice(choices: string[], text: string, index: number): Fault[] {
  const path = ['choices', String(index)]
  const faults = checkText(path, text, { minLength: 1, maxLength: 200 })
  const isTwice = choices.findIndex((other) => looksOf(other) === looksOf(text)) < index
  return faults.length === 0 && isTwice ? [fault(path, 'choice_twice', { choice: text })] : faults
}

// The text as a signer sees it, for comparison of choices.
function looksOf(text: string): string {
  return readTyped(text).normalize('NFC')
}
