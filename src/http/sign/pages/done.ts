import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { hasActed } from '../../../core/submissions/index.ts'
import { texts } from '../../../texts/index.ts'
import type { Reader } from '../../reader.ts'
import { signerBaseOf } from '../addresses.ts'
import { wordsFor } from '../words.ts'
import { nothingEntered } from './form.ts'
import { openForm, targetOf } from './open-form.ts'
import { sayWaitedFor } from './people.ts'
import { codeHtml, type ProvePage } from './prove.ts'

/** The page while the PDF is being made. */
export function finishingBody(reader: Reader, { signer: { kind } }: Ceremony): string {
  const words = wordsFor(reader).done
  const said = { signer: words.finishing, approver: words.finishing_approved, copy: words.finishing_copy }[kind]
  return html`<h1>${words.thanks}</h1><p class="lead" role="status">${said}</p>`
}

/** The page while others still have to sign, before or after the signer. */
export function waitingBody(reader: Reader, ceremony: Ceremony): string {
  const words = wordsFor(reader).done
  const people = sayWaitedFor(reader, ceremony)
  if (!hasActed(ceremony.signer))
    return html`<h1>${words.not_yet}</h1><p class="lead" role="status">${words.not_yet_lead({ people })}</p>`
  return html`<h1>${thank(reader, ceremony.signer)}</h1>
  <p class="lead" role="status">${words.others({ people })}</p>`
}

/** The last page: the link to the finished document, and the state of the verifications. */
export function doneBody(reader: Reader, ceremony: Ceremony, isFresh: boolean, prove: ProvePage): string {
  const words = wordsFor(reader).done
  const verifications = ceremony.verifications.map(({ type, status, result, is_simulated }) => {
    const said = sayVerification(reader, { type, status, result })
    const mark = is_simulated ? ` ${words.simulated}` : ''
    return html`<li><span>${said.type}</span> <strong>${said.outcome}${mark}</strong></li>`
  })
  const base = signerBaseOf(ceremony.submission.agreement_link_id, ceremony.signer.id)
  return html`<h1>${thank(reader, ceremony.signer)}</h1>
  <p class="lead">${words.lead({ title: ceremony.version.title })}</p>
  !${isFresh ? freshHtml(reader, base) : html`<h2>${words.copy}</h2>!${codeHtml(reader, prove, nothingEntered)}`}
  !${verifications.length > 0 ? html`<h2>${words.verifications}</h2><ul class="verifications">!${verifications.join('')}</ul><p><a href="${base}">${words.look_again}</a></p>` : ''}
  !${openForm(targetOf(reader, ceremony, 'restart'))}<button type="submit" class="quiet">${words.restart}</button></form>`
}

function thank(reader: Reader, { kind, ...signer }: Ceremony['signer']): string {
  const words = wordsFor(reader).done
  const name = signer.name ?? ''
  if (kind === 'copy') return words.for_you({ name })
  return kind === 'approver' ? words.approved({ name }) : words.title({ name })
}

function freshHtml(reader: Reader, base: string): string {
  const words = wordsFor(reader).done
  return html`<p><a class="button" href="${base}document">${words.download}</a></p>
  <p class="hint">${words.later}</p>`
}

function sayVerification({ language }: Reader, verification: { type: string; status: string; result: string | null }) {
  const { types, statuses, results } = texts[language].verifications
  const say = (words: Record<string, string>, word: string) => words[word] ?? word
  const status = say(statuses, verification.status)
  const outcome =
    verification.result && verification.result !== 'pending'
      ? `${status}, ${say(results, verification.result)}`
      : status
  return { type: say(types, verification.type), outcome }
}
