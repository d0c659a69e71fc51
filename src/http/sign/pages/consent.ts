import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import type { ConsentText } from '../../../core/verifications/index.ts'
import { signerBaseOf } from '../addresses.ts'
import { checkbox, type Entered, faultSummary, input } from './form.ts'
import { declineHtml, openForm, targetOf } from './open-form.ts'

const labels = [
  ['agreed', ''],
  ['typed_name', 'Your full name'],
] as const

/**
 * One page of a consent. A disclosure stands alone, with nothing but the way on (15 U.S.C. 1681b(b)(2)(A)(i)); the
 * last page asks for the agreement itself.
 */
export function consentBody(
  ceremony: Ceremony,
  text: ConsentText,
  number: number,
  organizationName: string,
  entered: Entered,
): string {
  const shown = text.pages[number - 1]
  const paragraphs = (shown?.paragraphs ?? [])
    .map((paragraph) => html`<p>${paragraph.replaceAll('{{organization}}', () => organizationName)}</p>`)
    .join('')
  const heading = html`<h1>${shown?.title ?? ''}</h1>`
  if (number < text.pages.length)
    return html`!${heading}!${paragraphs}<p><a class="button" href="${signerBaseOf(ceremony.submission.agreement_link_id, ceremony.signer.id)}consent-${number + 1}">Continue</a></p>`
  return html`!${heading}
  !${faultSummary(entered.faults, labels)}
  !${paragraphs}
  !${openForm(targetOf(ceremony, 'consent'))}
    <input type="hidden" name="kind" value="${text.kind}">
    !${checkbox({ name: 'agreed', label: text.statement, path: ['agreed'] }, entered)}
    !${input({ name: 'typed_name', label: 'Type your full name to sign this consent', path: ['typedName'], autocomplete: 'name', maxLength: 200, hint: `For example: ${ceremony.signer.name ?? ''}` }, entered)}
    <button type="submit">I agree</button>
  </form>
  !${declineHtml(targetOf(ceremony, 'decline'), entered)}`
}
