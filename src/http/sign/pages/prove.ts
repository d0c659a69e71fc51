import { html } from 'ghtml'
import type { Id } from '../../../core/ids.ts'
import type { Reader } from '../../reader.ts'
import { signerBaseOf } from '../addresses.ts'
import { wordsFor } from '../words.ts'
import { type Entered, faultSummary, input } from './form.ts'
import { openForm, openMainForm } from './open-form.ts'

/** The ways to prove that a browser belongs to a signer. */
export type ProvePage = {
  linkId: Id
  signerId: Id
  /** The masked address that receives the code; null if none is known. */
  address: string | null
  isCodeOut: boolean
  /** Whether the sender requires a code before reading. Then the page does not blame another browser. */
  isAsked: boolean
}

/** The page in a browser that has not proved that it belongs to the signer. */
export function proveBody(reader: Reader, page: ProvePage, entered: Entered): string {
  const words = wordsFor(reader).prove
  return html`<h1>${page.isAsked ? words.asked_title : words.title}</h1>
  !${faultSummary(reader, entered.faults, [])}
  <p class="lead">${page.isAsked ? words.asked_lead : words.lead}</p>
  !${codeHtml(reader, page, entered)}`
}

/** The forms that request a code and take one. */
export function codeHtml(
  reader: Reader,
  { linkId, signerId, address, isCodeOut }: ProvePage,
  entered: Entered,
): string {
  const words = wordsFor(reader).prove
  const base = signerBaseOf(linkId, signerId)
  if (!address) return html`<p>${words.no_address}</p>`
  const again = isCodeOut ? words.send_again : words.send
  const type = html`!${openMainForm({ action: `${base}prove`, hidden: {} })}
    <p role="status">${words.sent({ address })}</p>
    !${input(reader, { name: 'code', label: words.code, path: ['code'], inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 20 }, entered)}
    <button type="submit">${words.go_on}</button>
  </form>`
  return html`!${isCodeOut ? type : html`<p>${words.can_send({ address })}</p>`}
  !${openForm({ action: `${base}code`, hidden: {} })}<button type="submit"!${isCodeOut ? ' class="quiet"' : ''}>${again}</button></form>`
}
