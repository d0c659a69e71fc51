import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import type { ConsentText } from '../../../core/verifications/index.ts'
import type { Reader } from '../../reader.ts'
import { signerBaseOf } from '../addresses.ts'
import { wordsFor } from '../words.ts'
import { checkbox, type Entered, faultSummary, input } from './form.ts'
import { declineHtml, openMainForm, targetOf } from './open-form.ts'

/**
 * One page of a consent. A disclosure is alone on its page, with only the button to continue (15 U.S.C.
 * 1681b(b)(2)(A)(i)). On the last page the person agrees.
 */
export function consentBody(
  reader: Reader,
  ceremony: Ceremony,
  text: ConsentText,
  number: number,
  organizationName: string,
  entered: Entered,
): string {
  const words = wordsFor(reader)
  const shown = text.pages[number - 1]
  const paragraphs = (shown?.paragraphs ?? [])
    .map((paragraph) => html`<p>${paragraph.replaceAll('{{organization}}', () => organizationName)}</p>`)
    .join('')
  const heading = html`<h1>${shown?.title ?? ''}</h1>`
  const labels = [
    ['agreed', ''],
    ['typed_name', words.consent.name],
  ] as const
  if (number < text.pages.length)
    return html`!${heading}!${paragraphs}<p><a class="button" href="${signerBaseOf(ceremony.submission.agreement_link_id, ceremony.signer.id)}consent-${number + 1}">${words.form.go_on}</a></p>`
  return html`!${heading}
  !${faultSummary(reader, entered.faults, labels)}
  !${paragraphs}
  !${openMainForm(targetOf(reader, ceremony, 'consent'))}
    <input type="hidden" name="kind" value="${text.kind}">
    !${checkbox({ name: 'agreed', label: text.statement, path: ['agreed'] }, entered)}
    !${input(reader, { name: 'typed_name', label: words.consent.type_name, path: ['typedName'], autocomplete: 'name', maxLength: 200, hint: words.consent.example({ name: ceremony.signer.name ?? '' }) }, entered)}
    <button type="submit">${words.consent.agree}</button>
  !${declineHtml(reader, targetOf(reader, ceremony, 'decline'), entered)}
  </form>`
}
