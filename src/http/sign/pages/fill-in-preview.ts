import { html } from 'ghtml'
import { finishField } from '../../../core/agreements/index.ts'
import type { LookedAt } from '../../looked-at.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'
import { nothingEntered } from './form.ts'
import { type Part, partHtml } from './part.ts'
import { signatureHtml } from './signature.ts'

/**
 * The page of a role as its signer will see it, for a sender who looks at it beforehand. The browser closes a form of
 * this method and does not send it.
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

/** Shows the values for other roles as filled in, and proposes the values for this role. */
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
