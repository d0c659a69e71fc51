import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { verificationCatalogue } from '../../../core/verifications/index.ts'

/** While the PDF is made, which takes a moment. */
export function finishingBody(): string {
  return '<h1>Thank you</h1><p class="lead" role="status">Your signature is recorded. The finished document is being made; this page goes on by itself.</p>'
}

/** The end: the finished document, and how the checks stand. */
export function doneBody(ceremony: Ceremony): string {
  const checks = ceremony.verifications.map(({ type, status, result, is_simulated }) => {
    const words = result && result !== 'pending' ? `${status}, ${result}` : status
    const mark = is_simulated ? ' (simulated: nobody was checked)' : ''
    return html`<li><span>${nameOf(type)}</span> <strong>${words.replaceAll('_', ' ')}${mark}</strong></li>`
  })
  return html`<h1>Signed. Thank you, ${ceremony.signer.name ?? ''}.</h1>
  <p class="lead">The agreement “${ceremony.version.title}” is complete. Keep a copy for yourself.</p>
  <p><a class="button" href="document">Download the signed PDF</a></p>
  !${checks.length > 0 ? `<h2>Checks</h2><ul class="checks">${checks.join('')}</ul><p><a href="./">Look again</a></p>` : ''}
  <form method="post" action="restart"><button type="submit" class="quiet">Start again as somebody else</button></form>`
}

/** After a decline, or when the sender took it back. */
export function closedBody(ceremony: Ceremony): string {
  if (ceremony.submission.declined_at) {
    return '<h1>You declined</h1><p class="lead">Nothing was signed, and the sender can see that you declined.</p>'
  }
  return '<h1>This agreement is closed</h1><p class="lead">It can no longer be signed. Ask whoever sent it for a new link.</p>'
}

function nameOf(type: string): string {
  return verificationCatalogue.types.find((known) => known.value === type)?.description ?? type
}
