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

/** The beginning of the form that a page is about. A switch of the language sends it, to show the page again with it. */
export function openMainForm(target: FormTarget, attributes = ''): string {
  return openForm(target, html`id="${mainForm}" !${attributes}`)
}

/** A form of a signer's step: it carries the submission, the signer, the step and the version of the text. */
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
 * The way to decline, which needs nothing else. It stands within the main form, so that a switch of the language keeps
 * what was typed into both; its button leads elsewhere.
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
