import { html } from 'ghtml'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'

/** A fault of a control, in the signer's words. */
export type SaidFault = { path: string[]; message: string }

/** The sent values and their faults, so that the form can be shown again without losses. */
export type Entered = { values: Record<string, string>; faults: SaidFault[] }

export const nothingEntered: Entered = { values: {}, faults: [] }

type InputOptions = {
  name: string
  label: string
  path: string[]
  type?: 'text' | 'email' | 'tel' | 'date'
  required?: boolean
  value?: string
  autocomplete?: string
  inputMode?: string
  maxLength?: number
  hint?: string
  choices?: readonly string[]
  /** Several lines. Enter begins a line and does not send the form. */
  isLong?: boolean
}

/** The labels of a page's controls by the path of their faults, in the order of the page. */
type Labels = readonly (readonly [path: string, label: string])[]

/**
 * The summary of all faults, which takes the focus. Each fault names its field and links to it, in the order of the
 * page. A control without a label has its sentence as name.
 */
export function faultSummary(reader: Reader, faults: SaidFault[], labels: Labels): string {
  if (faults.length === 0) return ''
  const { form } = wordsFor(reader)
  const placeOf = ({ path }: SaidFault) => {
    const at = labels.findIndex(([known]) => known === path.join('.'))
    return at < 0 ? labels.length : at
  }
  const items = faults
    .toSorted((a, b) => placeOf(a) - placeOf(b))
    .map((fault) => {
      const label = labels[placeOf(fault)]?.[1]
      return html`<li><a href="#${idOf(fault.path)}">${label ? form.labelled({ label, message: fault.message }) : fault.message}</a></li>`
    })
    .join('')
  return html`<div class="faults" role="alert" tabindex="-1"><h2>${form.check}</h2><ul>!${items}</ul></div>`
}

/** A labelled input, with its fault beside it. */
export function input(reader: Reader, options: InputOptions, entered: Entered): string {
  const { form } = wordsFor(reader)
  const id = idOf(options.path)
  const message = faultOf(entered, options.path)
  const value = entered.values[options.name] ?? options.value ?? ''
  const describedBy = [message ? `${id}-fault` : '', options.hint ? `${id}-hint` : ''].filter(Boolean).join(' ')
  const state = `${message ? ' aria-invalid="true"' : ''}${describedBy ? ` aria-describedby="${describedBy}"` : ''}${options.required === false ? '' : ' required'}`
  const area =
    () => html`<textarea id="${id}" name="${options.name}" rows="3" autocomplete="off" maxlength="${options.maxLength ?? 2000}"!${state}>
${value}</textarea>`
  const line =
    () => html`<input id="${id}" name="${options.name}" type="${options.type ?? 'text'}" value="${value}" autocomplete="${options.autocomplete ?? 'off'}"
        inputmode="${options.inputMode ?? (options.type === 'email' ? 'email' : 'text')}" maxlength="${options.maxLength ?? 2000}"!${state}>`
  const control = options.choices
    ? html`<select id="${id}" name="${options.name}" autocomplete="${options.autocomplete ?? 'off'}"!${state}><option value="">${form.choose}</option>!${choicesHtml(options.choices, value)}</select>`
    : options.isLong
      ? area()
      : line()
  return html`<div class="field">
    <label for="${id}">${options.label}!${options.required === false ? html` <span class="optional">${form.optional}</span>` : ''}</label>
    !${options.hint ? html`<p class="hint" id="${id}-hint">${options.hint}</p>` : ''}
    !${message ? html`<p class="fault" id="${id}-fault">${message}</p>` : ''}
    !${control}
  </div>`
}

/** A checkbox with a sentence beside it. */
export function checkbox(
  options: { name: string; label: string; path: string[]; required?: boolean; checked?: boolean },
  entered: Entered,
): string {
  const id = idOf(options.path)
  const message = faultOf(entered, options.path)
  const checked = (entered.values[options.name] ?? (options.checked ? 'true' : '')) === 'true' ? ' checked' : ''
  const state = `${checked}${message ? ` aria-invalid="true" aria-describedby="${id}-fault"` : ''}${options.required === false ? '' : ' required'}`
  return html`<div class="field check">
    !${message ? html`<p class="fault" id="${id}-fault">${message}</p>` : ''}
    <label for="${id}"><input type="checkbox" id="${id}" name="${options.name}" value="true"!${state}> <span>${options.label}</span></label>
  </div>`
}

/** The id of the control for a fault's path. */
export function idOf(path: string[]): string {
  return `f-${path.join('-').replace(/[^\w-]/g, '_')}`
}

/** The message of a field's fault, if any. */
export function faultOf(entered: Entered, path: string[]): string | undefined {
  return entered.faults.find((fault) => fault.path.join('.') === path.join('.'))?.message
}

function choicesHtml(choices: readonly string[], value: string): string {
  return choices.map((choice) => html`<option!${choice === value ? ' selected' : ''}>${choice}</option>`).join('')
}
