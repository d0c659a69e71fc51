import { html } from 'ghtml'
import type { Id } from '../../../core/ids.ts'
import { signerBaseOf } from '../addresses.ts'
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
export function proveBody(page: ProvePage, entered: Entered): string {
  return html`<h1>Is this you?</h1>
  !${faultSummary(entered.faults, [])}
  <p class="lead">This agreement was opened in another browser, or this one has forgotten it. Go on there, or show that it is yours.</p>
  !${codeHtml(page, entered)}`
}

/** The forms that ask for a code, and take one. */
export function codeHtml({ linkId, signerId, address, isCodeOut }: ProvePage, entered: Entered): string {
  const base = signerBaseOf(linkId, signerId)
  if (!address) return '<p>We know no e-mail address of yours for it. Ask whoever sent it for a new link.</p>'
  const again = isCodeOut ? 'Send another code' : 'Send me a code'
  const type = html`!${openForm({ action: `${base}prove`, hidden: {} })}
    <p role="status">We have sent a code of six digits to ${address}. It works for 15 minutes.</p>
    !${input({ name: 'code', label: 'The code from the e-mail', path: ['code'], inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 20 }, entered)}
    <button type="submit">Go on</button>
  </form>`
  return html`!${isCodeOut ? type : html`<p>We can send a code to ${address}, the address that belongs to this agreement.</p>`}
  !${openForm({ action: `${base}code`, hidden: {} })}<button type="submit"!${isCodeOut ? ' class="quiet"' : ''}>${again}</button></form>`
}
