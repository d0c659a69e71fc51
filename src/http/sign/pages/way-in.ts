import { html } from 'ghtml'
import { longestEmail } from '../../../core/email.ts'
import type { Id } from '../../../core/ids.ts'
import type { Reader } from '../../reader.ts'
import { baseOf } from '../addresses.ts'
import { wordsFor } from '../words.ts'
import { type Entered, faultSummary, input, nothingEntered } from './form.ts'
import { openForm, openMainForm } from './open-form.ts'

/** The page of a link's way in. `query` has the link's parameters for the return. */
export type WayInPage = {
  linkId: Id
  mode: 'PASSCODE' | 'EMAILS'
  query: string
  /** The address that received a code, if any. */
  email?: string
}

/** The page before the agreement. It requests the passcode, an address, or the code that was sent there. */
export function wayInBody(reader: Reader, page: WayInPage, entered: Entered = nothingEntered): string {
  const words = wordsFor(reader).way_in
  const faults = faultSummary(reader, entered.faults, [])
  if (page.mode === 'PASSCODE')
    return html`<h1>${words.passcode_title}</h1>!${faults}<p class="lead">${words.passcode_lead}</p>!${passcodeForm(reader, page, entered)}`
  if (page.email === undefined)
    return html`<h1>${words.email_title}</h1>!${faults}<p class="lead">${words.email_lead}</p>!${addressForm(reader, page, entered)}`
  return html`<h1>${words.code_title}</h1>!${faults}<p class="lead" role="status">${words.sent({ address: page.email })}</p>
  !${codeForm(reader, page, page.email, entered)}
  !${openForm({ action: `${baseOf(page.linkId)}address`, hidden: { query: page.query, email: page.email } })}
    <button type="submit" class="quiet">${wordsFor(reader).prove.send_again}</button></form>
  <p><a href="${addressOf(page)}">${words.other_address}</a></p>`
}

function addressOf({ linkId, query }: WayInPage): string {
  return query ? `${baseOf(linkId)}?${query}` : baseOf(linkId)
}

function passcodeForm(reader: Reader, { linkId, query }: WayInPage, entered: Entered): string {
  const label = wordsFor(reader).way_in.passcode
  return html`!${openMainForm({ action: `${baseOf(linkId)}passcode`, hidden: { query } })}
    !${input(reader, { name: 'passcode', label, path: ['passcode'], maxLength: 200 }, entered)}
    <button type="submit">${wordsFor(reader).prove.go_on}</button></form>`
}

function addressForm(reader: Reader, { linkId, query }: WayInPage, entered: Entered): string {
  const label = wordsFor(reader).first.email
  return html`!${openMainForm({ action: `${baseOf(linkId)}address`, hidden: { query } })}
    !${input(reader, { name: 'email', label, path: ['email'], type: 'email', autocomplete: 'email', maxLength: longestEmail }, entered)}
    <button type="submit">${wordsFor(reader).prove.send}</button></form>`
}

function codeForm(reader: Reader, { linkId, query }: WayInPage, email: string, entered: Entered): string {
  const { prove } = wordsFor(reader)
  return html`!${openMainForm({ action: `${baseOf(linkId)}prove-address`, hidden: { query, email } })}
    !${input(reader, { name: 'code', label: prove.code, path: ['code'], inputMode: 'numeric', autocomplete: 'one-time-code', maxLength: 20 }, entered)}
    <button type="submit">${prove.go_on}</button></form>`
}
