import { html } from 'ghtml'
import { type Ceremony, type Shown, shownOf } from '../../../core/ceremony/index.ts'
import { formatId } from '../../../core/ids.ts'
import { mainForm } from '../../language-switch.ts'
import type { Reader } from '../../reader.ts'
import { signerBaseOf } from '../addresses.ts'
import { wordsFor } from '../words.ts'
import { type Entered, input } from './form.ts'

/** The address of a form, and its hidden inputs. */
export type FormTarget = { action: string; hidden: Record<string, string> }

/** The beginning of a form, with its hidden inputs. `attributes` is HTML. */
export function openForm({ action, hidden }: FormTarget, attributes = ''): string {
  const inputs = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )
  return html`<form method="post" action="${action}" novalidate !${attributes}>!${inputs.join('')}`
}

/**
 * The beginning of a page's main form. The language buttons send this form, so that the page comes back with its
 * values.
 */
export function openMainForm(target: FormTarget, attributes = ''): string {
  return openForm(target, html`id="${mainForm}" !${attributes}`)
}

/** The form of a signer's step. It has the submission, the signer, the step and the version of the text. */
export function targetOf(reader: Reader, ceremony: Ceremony, path: string): FormTarget {
  const action = `${signerBaseOf(ceremony.submission.agreement_link_id, ceremony.signer.id)}${path}`
  return { action, hidden: { ...carry(shownOf(ceremony)), language: reader.language } }
}

/** The hidden inputs of a form by the names that the server reads. */
function carry({ submissionId, signerId, step, version }: Shown): Record<string, string> {
  return {
    submission: formatId('submission', submissionId),
    signer: formatId('signer', signerId),
    step,
    shown: version,
  }
}

/**
 * The form to decline, which needs no other input. It is inside the main form, so that a change of language keeps the
 * typed values of both. Its button posts to another address.
 */
export function declineHtml(
  reader: Reader,
  target: Pick<FormTarget, 'action'>,
  entered: Entered,
  approves = false,
): string {
  const { decline: words, approve } = wordsFor(reader)
  const isOpen = entered.values.reason ? ' open' : ''
  return html`<details class="decline"!${isOpen}><summary>${approves ? approve.refuse : words.summary}</summary>
    !${input(reader, { name: 'reason', label: words.reason, path: ['reason'], required: false, maxLength: 500, isLong: true }, entered)}
    <button type="submit" class="quiet" formaction="${target.action}">${approves ? approve.refuse_button : words.button}</button>
  </details>`
}
