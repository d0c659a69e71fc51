import { html } from 'ghtml'
import { dayBounds, type Field, type FieldType } from '../../../core/agreements/index.ts'
import { filesTaken } from '../../../core/ceremony/index.ts'
import { isDay } from '../../../core/days.ts'
import type { Reader } from '../../reader.ts'
import { ours, wordsFor } from '../words.ts'
import { type FormTarget, openForm } from './open-form.ts'

/**
 * The context of an input. `state` has its attributes: whether it is required, and its fault. A fixed input can only be
 * read.
 */
type InputContext = { reader: Reader; id: string; name: string; value: string; state: string; isFixed: boolean }

/** The control of a field. A group has its own name; a label around every other control names it. */
type FieldInput = { kind: 'input' | 'box' | 'group' | 'file'; draw(field: Field, context: InputContext): string }

/** A field without a control. */
const itself: FieldInput = { kind: 'input', draw: () => '' }

/** The control of each type of field. The signature has its own place below the text. */
const fieldInputs = {
  text: { kind: 'input', draw: (field, context) => (field.multiline ? area(context) : line(context)) },
  number: { kind: 'input', draw: (_field, context) => line(context, 'inputmode="decimal" class="short"') },
  initials: { kind: 'input', draw: (_field, context) => line(context, 'class="short initials"') },
  date: {
    kind: 'input',
    draw(field, { id, name, value, state, isFixed }) {
      const { min, max } = dayBounds(field)
      // A browser's calendar drops a malformed day; a text input keeps it for correction.
      const type = value === '' || isDay(value) ? 'date' : 'text'
      return html`<input type="${type}" id="${id}" name="${name}" value="${value}" min="${min}" max="${max}" autocomplete="off"!${state}!${isFixed ? ' readonly' : ''}>`
    },
  },
  checkbox: {
    kind: 'box',
    draw: (_field, { id, name, value, state, isFixed }) =>
      html`<input type="checkbox" id="${id}" name="${name}" value="true"!${value === 'true' ? ' checked' : ''}!${state}!${isFixed ? ' disabled' : ''}>`,
  },
  choice: { kind: 'input', draw: dropdown },
  signature: itself,
  file: { kind: 'file', draw: fileControl },
  name: itself,
  email: itself,
  signing_date: itself,
} satisfies Record<FieldType, FieldInput>

/** The control of a field. */
export function fieldInput(field: Field): FieldInput {
  return field.type === 'choice' && field.display !== 'dropdown'
    ? { kind: 'group', draw: radios }
    : fieldInputs[field.type]
}

/**
 * The control of a file: the file's name once it was sent, or else the input that chooses a file. Both belong to
 * separate forms.
 */
function fileControl(field: Field, { reader, id, value, state }: InputContext): string {
  const words = wordsFor(reader).sign
  if (value !== '') {
    const act = words.take_back({ name: value })
    // Otherwise the label of the field would name the button, and screen readers would not say what the button does.
    return html`<span class="filled">${value}</span> <button type="submit" class="quiet" id="${id}" form="back-${field.key}" aria-label="${act}"!${ours(reader)}>${act}</button>`
  }
  return html`<input type="file" id="${id}" name="file" form="send-${field.key}" accept="${filesTaken(field).types.join(',')}"!${state}> <button type="submit" class="quiet" form="send-${field.key}"!${ours(reader)}>${words.send_file}</button>`
}

/** The forms that send files and take them back. */
export function fileForms(fields: readonly Field[], target: (path: string) => FormTarget): string {
  return fields
    .filter(({ type }) => type === 'file')
    .map(
      ({ key }) =>
        html`!${openForm(target(`files/${key}`), html`enctype="multipart/form-data" id="send-${key}"`)}</form>!${openForm(target(`files/${key}/back`), html`id="back-${key}"`)}</form>`,
    )
    .join('')
}

function line({ id, name, value, state, isFixed }: InputContext, attributes = ''): string {
  return html`<input type="text" id="${id}" name="${name}" value="${value}" autocomplete="off" !${attributes}!${state}!${isFixed ? ' readonly' : ''}>`
}

// The line end after the tag belongs to HTML, so that a line end at the beginning of the value stays.
function area({ id, name, value, state, isFixed }: InputContext): string {
  return html`<textarea id="${id}" name="${name}" rows="4" autocomplete="off"!${state}!${isFixed ? ' readonly' : ''}>
${value}</textarea>`
}

function dropdown(field: Field, { reader, id, name, value, state, isFixed }: InputContext): string {
  const options = (field.choices ?? []).map(
    (choice) => html`<option value="${choice}"!${choice === value ? ' selected' : ''}>${choice}</option>`,
  )
  return html`<select id="${id}" name="${name}" autocomplete="off"!${state}!${isFixed ? ' disabled' : ''}><option value=""!${ours(reader)}>${wordsFor(reader).form.choose}</option>!${options.join('')}</select>`
}

function radios(field: Field, { reader, id, name, value, isFixed }: InputContext): string {
  const choices = (field.choices ?? []).map((choice) => ({ choice, words: choice, is: '' }))
  const none = { choice: '', words: wordsFor(reader).form.no_answer, is: ours(reader) }
  return [...choices, ...(field.required ? [] : [none])]
    .map(({ choice, words, is }, index) => {
      const checked = choice === value ? ' checked' : ''
      return html`<label class="choice" for="${id}-${index}"><input type="radio" id="${id}-${index}" name="${name}" value="${choice}"!${checked}!${isFixed ? ' disabled' : ''}> <span!${is}>${words}</span></label>`
    })
    .join('')
}
