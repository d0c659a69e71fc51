import { html } from 'ghtml'
import type { Id } from '../../../core/ids.ts'
import type { Reader } from '../../reader.ts'
import { signerBaseOf } from '../addresses.ts'
import { wordsFor } from '../words.ts'
import { type Entered, faultSummary, input } from './form.ts'
import { openForm } from './open-form.ts'

/** How a browser can be proved to be a signer's. */
export type ProvePage = {
  linkId: Id
  signerId: Id
  /** Where the code goes, masked; null when no address is known. */
  address: string | null
  isCodeOut: boolean
}

/** The page for a signer whose browser this is not, or not yet. */
export function proveBody(reader: Reader, page: ProvePage, entered: Entered): string {
  const words = wordsFor(reader).prove
  return html`<h1>${words.title}</h1>
  !${faultSummary(reader, entered.faults, [])}
  <p class="lead">${words.lead}</p>
  !${codeHtml(reader, page, entered)}`
}

/** The forms that ask for a code, and take one. */
export function codeHtml(
  reader: Reader,
  { linkId, signerId, address, isCodeOut }: ProvePage,
  entered: Entered,
): string {
  const words = wordsFor(reader).prove
  const base = signerBaseOf(linkId, signerId)
  if (!address) return html`<p>${words.no_address}</p>`
  const again = isCodeOut ? words.send_again : words.send
  const type = html`!${openForm({ action: `${base}prove`, hidden: {} })}
    <p role="status">${words.sent({ address })}</p>
    !${input(reader, { name: 'code', label: words.code, path: ['code'], inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 20 }, entered)}
    <button type="submit">${words.go_on}</button>
  </form>`
  return html`!${isCodeOut ? type : html`<p>${words.can_send({ address })}</p>`}
  !${openForm({ action: `${base}code`, hidden: {} })}<button type="submit"!${isCodeOut ? ' class="quiet"' : ''}>${again}</button></form>`
}
