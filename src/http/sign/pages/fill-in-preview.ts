import { html } from 'ghtml'
import { finishField } from '../../../core/agreements/index.ts'
import type { LookedAt } from '../../looked-at.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'
import { nothingEntered } from './form.ts'
import { type Part, partHtml } from './part.ts'
import { signatureHtml } from './signature.ts'

/**
 * The page of a part as whoever has it will have it before them, for a sender who looks at it beforehand. A form of this
 * method is closed, not sent.
 */
export function fillInPreviewHtml(reader: Reader, { kind, values, ...looked }: LookedAt): string {
  const { sign: words, approve } = wordsFor(reader)
  const part = { ...looked, ...enteredOf(looked, values) }
  const { shown, paper, rest } = partHtml(reader, part, nothingEntered)
  const approves = kind === 'approver'
  return html`<h1>${approves ? approve.title : words.title}</h1>!${approves ? html`<p class="lead">${approve.lead}</p>` : ''}
  <form method="dialog" novalidate !${shown.form}>!${shown.input}
    !${paper}
    !${rest}
    !${approves ? '' : signatureHtml(reader, part.person, nothingEntered)}
    <button type="submit"!${approves ? ' id="agree"' : ''} disabled>${approves ? approve.button : words.button}</button>
  </form>`
}

/** What was given for others stands as they will leave it; what was given for this part is proposed. */
function enteredOf({ fields, role, language }: Pick<Part, 'fields' | 'role' | 'language'>, values: LookedAt['values']) {
  const filled = fields.flatMap((field) => {
    const value = values.get(field.key)
    return value ? [{ field, value }] : []
  })
  const own = filled.filter(({ field }) => field.role === role)
  const others = filled.filter(({ field }) => field.role !== role)
  return {
    person: { name: '', email: '' },
    given: Object.fromEntries(
      others.map(({ field, value }) => [field.key, finishField(field, value, { language, mark: null })]),
    ),
    fieldValues: Object.fromEntries(others.map(({ field, value }) => [field.key, value])),
    proposed: {
      values: Object.fromEntries(own.map(({ field, value }) => [field.key, value])),
      fixed: new Set(own.filter(({ field }) => field.fixed).map(({ field }) => field.key)),
      files: [],
    },
  }
}
