import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { findConsentText } from '../../../core/verifications/index.ts'
import { directionOfLanguage } from '../../../writing/index.ts'
import { documentHtml } from '../document-html.ts'
import { checkbox, type Entered, faultSummary, input } from './form.ts'

/** The first page: the agreement to read, who the signer is, and the consent to electronic records. */
export function identifyBody(ceremony: Ceremony, entered: Entered): string {
  const { version, submission } = ceremony
  const labels = new Map(version.fields.map((field) => [field.key, field.label]))
  const text = documentHtml(
    ceremony.document,
    (key) => html`<span class="blank">${labels.get(key) ?? key}</span>`,
    directionOfLanguage(ceremony.language),
  )
  const records = findConsentText('electronic_records', { locale: 'en' })
  const disclosure =
    records?.pages
      .flatMap((part) => part.paragraphs)
      .map((paragraph) => html`<p>${paragraph}</p>`)
      .join('') ?? ''
  const known = (name: string) => String(submission.metadata[name] ?? '')
  return html`<h1 lang="${ceremony.language}" dir="auto">${version.title}</h1>
  !${faultSummary(entered.faults)}
  <p class="lead">Read the agreement, then tell us who you are. You fill it in and sign it at the end.</p>
  <section class="paper" aria-label="The agreement" lang="${ceremony.language}" dir="${directionOfLanguage(ceremony.language)}">!${text}</section>
  <form method="post" action="identify" novalidate>
    <h2>Who are you?</h2>
    !${input({ name: 'name', label: 'Full name', path: ['name'], autocomplete: 'name', maxLength: 200, value: ceremony.signer.name ?? known('name') }, entered)}
    !${input({ name: 'email', label: 'E-mail address', path: ['email'], type: 'email', autocomplete: 'email', maxLength: 254, value: ceremony.signer.email ?? known('email') }, entered)}
    <details class="disclosure"><summary>About electronic records and signatures</summary>!${disclosure}</details>
    !${checkbox({ name: 'electronic_records', label: records?.statement ?? '', path: ['electronic_records'] }, entered)}
    <button type="submit">Continue</button>
  </form>`
}
