import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { verificationCatalogue } from '../../../core/verifications/index.ts'
import { signerBaseOf } from '../addresses.ts'
import { nothingEntered } from './form.ts'
import { openForm, targetOf } from './open-form.ts'
import { codeHtml, type ProvePage } from './prove.ts'

/** While the PDF is made, which takes a moment. */
export function finishingBody(): string {
  return '<h1>Thank you</h1><p class="lead" role="status">Your signature is recorded. The finished document is being made; this page goes on by itself.</p>'
}

/** While others have to sign, before the signer or after them. */
export function waitingBody({ signer, signers }: Ceremony): string {
  if (!signer.signed_at)
    return '<h1>Not your turn yet</h1><p class="lead" role="status">Others sign first. Come back to this page later; it will show the agreement when it is your turn.</p>'
  const left = signers.filter(({ signed_at }) => !signed_at).length
  return html`<h1>Signed. Thank you, ${signer.name ?? ''}.</h1>
  <p class="lead" role="status">${left === 1 ? 'One more person has' : `${left} more people have`} to sign. After that you can fetch the finished document here.</p>`
}

/** The end: how to get the finished document, and how the checks stand. */
export function doneBody(ceremony: Ceremony, isFresh: boolean, prove: ProvePage): string {
  const checks = ceremony.verifications.map(({ type, status, result, is_simulated }) => {
    const words = result && result !== 'pending' ? `${status}, ${result}` : status
    const mark = is_simulated ? ' (simulated: nobody was checked)' : ''
    return html`<li><span>${nameOf(type)}</span> <strong>${words.replaceAll('_', ' ')}${mark}</strong></li>`
  })
  const base = signerBaseOf(ceremony.submission.agreement_link_id, ceremony.signer.id)
  return html`<h1>Signed. Thank you, ${ceremony.signer.name ?? ''}.</h1>
  <p class="lead">The agreement “${ceremony.version.title}” is complete. Keep a copy for yourself.</p>
  !${isFresh ? freshHtml(base) : html`<h2>Your copy</h2>!${codeHtml(prove, nothingEntered)}`}
  !${checks.length > 0 ? html`<h2>Checks</h2><ul class="checks">!${checks.join('')}</ul><p><a href="${base}">Look again</a></p>` : ''}
  !${openForm(targetOf(ceremony, 'restart'))}<button type="submit" class="quiet">Start again as somebody else</button></form>`
}

function freshHtml(base: string): string {
  return html`<p><a class="button" href="${base}document">Download the signed PDF</a></p>
  <p class="hint">You can come back to this page for it later, from any browser: we then send a code to your e-mail address.</p>`
}

function nameOf(type: string): string {
  return verificationCatalogue.types.find((known) => known.value === type)?.description ?? type
}
