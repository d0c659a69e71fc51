import { checkText } from '../../text.ts'
import { readTyped } from '../../typed-text.ts'
import type { FieldKind, OptionFault } from './field.ts'
import { optionFault } from './options.ts'

const most = 100

/** One of several texts, shown as radio buttons or as a list that drops down. Its value is the text that was chosen. */
export const choice: FieldKind = {
  about: 'one of the choices',
  options: ['choices', 'display'],
  filledBy: 'signer',
  keepsLabel: false,
  required: 'Choose one.',
  findOptionFaults({ choices }) {
    if (!choices) return optionFault('choices', 'required', `Add choices: a list of 2 to ${most} texts.`)
    if (choices.length < 2 || choices.length > most)
      return optionFault('choices', 'max_items', `Give 2 to ${most} choices.`)
    return choices.flatMap((text, index) => checkChoice(choices, text, index))
  },
  read: (typed, { choices = [] }) => (choices.includes(typed) ? typed : readTyped(typed)),
  findFaults: (value, { choices = [] }) =>
    choices.includes(value) ? [] : [{ rule: 'choice', message: 'Choose one of the choices.' }],
  greatestLength: ({ choices = [] }) => Math.max(0, ...choices.map((text) => text.length)),
  finish: (value) => ({ kind: 'text', value }),
}

function checkChoice(choices: string[], text: string, index: number): OptionFault[] {
  const faults = checkText([], text, { minLength: 1, maxLength: 200 })
  if (faults.length === 0 && choices.indexOf(text) < index)
    return optionFault('choices', 'unique', `The choice ${text} is there twice.`)
  return faults.flatMap(({ rule, message }) => optionFault('choices', rule, `Choice ${index + 1}: ${message}`))
}
