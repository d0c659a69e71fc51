import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { hasActed, shownMetadata } from '../../../core/submissions/index.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'
import { delegateHtml, enterHtml } from './delegate.ts'
import { fileForms } from './field-inputs.ts'
import { type Entered, faultSummary } from './form.ts'
import { metadataHtml } from './metadata.ts'
import { declineHtml, openMainForm, targetOf } from './open-form.ts'
import { isTyped, type Part, partHtml } from './part.ts'
import { roleNameOf } from './people.ts'
import { signatureHtml } from './signature.ts'

/** The agreement with blanks to fill in, and the signature. An approver agrees without a signature. */
export function signBody(reader: Reader, ceremony: Ceremony, entered: Entered): string {
  const { sign: words, approve } = wordsFor(reader)
  const { version, signer } = ceremony
  const approves = signer.kind === 'approver'
  const part = partOf(ceremony)
  const { name, email } = part.person
  const fields = version.fields.filter((field) => field.role === signer.role)
  const { shown, paper, rest } = partHtml(reader, part, entered)
  const keep = targetOf(reader, ceremony, 'draft')
  const labels = fields.map(({ key, label }) => [`fields.${key}`, label] as const)
  return html`<h1>${approves ? approve.title : words.title}</h1>
  !${approves ? html`<p class="lead">${approve.lead}</p>` : ''}
  !${faultSummary(reader, entered.faults, labels)}
  !${openMainForm(targetOf(reader, ceremony, approves ? 'approve' : 'sign'), html`data-draft="${signer.id}-sign" data-saved="${ceremony.proposed.token ?? ''}" data-save="${keep.action}" !${shown.form}`)}!${enterHtml(reader, ceremony)}!${shown.input}!${seenHtml(ceremony)}
    !${paper}
    !${metadataHtml(reader, shownMetadata(version, ceremony.submission))}
    !${rest}
    !${approves ? html`<p class="hint agree">${approve.as({ name, email })}</p>` : signatureHtml(reader, part.person, entered)}
    <button type="submit"!${approves ? ' id="agree"' : ''}>${approves ? approve.button : words.button}</button>
    !${fields.some(isTyped) ? html`<noscript><button type="submit" class="quiet" formaction="${keep.action}">${words.keep}</button></noscript>` : ''}
    !${declineHtml(reader, targetOf(reader, ceremony, 'decline'), entered, approves)}!${delegateHtml(reader, ceremony, entered)}
  </form>
  !${fileForms(fields, (path) => targetOf(reader, ceremony, path))}`
}

function partOf(ceremony: Ceremony): Part {
  const { version, signer, document, language, pdf, given, fieldValues, proposed } = ceremony
  const { title, fields } = version
  const person = { name: signer.name ?? '', email: signer.email ?? '' }
  const nameOf = (role: string) => roleNameOf(ceremony, role)
  return { title, fields, document, language, pdf, role: signer.role, nameOf, person, given, fieldValues, proposed }
}

/**
 * The roles whose values the page shows. For signers who act side by side, only the page knows whether they had acted
 * by then.
 */
function seenHtml({ signers }: Ceremony): string {
  const roles = signers.filter(hasActed).map(({ role }) => role)
  return roles.length > 0 ? html`<input type="hidden" name="seen" value="${roles.join(' ')}">` : ''
}
