import { createHash } from 'node:crypto'
import { html } from 'ghtml'
import type { Ceremony } from '../../../core/ceremony/index.ts'
import { longestEmail } from '../../../core/email.ts'
import type { Id } from '../../../core/ids.ts'
import { type Metadata, type Signer, shownMetadata, toParameters } from '../../../core/submissions/index.ts'
import { findConsentText } from '../../../core/verifications/index.ts'
import { directionOfLanguage } from '../../../writing/index.ts'
import type { Reader } from '../../reader.ts'
import { baseOf } from '../addresses.ts'
import { documentHtml } from '../document-html.ts'
import { writeQuery } from '../query.ts'
import { wordsFor } from '../words.ts'
import { delegateHtml, enterHtml } from './delegate.ts'
import { checkbox, type Entered, faultSummary, input } from './form.ts'
import { givenHtml } from './given.ts'
import { metadataHtml } from './metadata.ts'
import { declineHtml, type FormTarget, openMainForm, targetOf } from './open-form.ts'
import { pagesHtml } from './pdf-pages.ts'

/** The parts of the first page, and the addresses of its forms. */
export type FirstPage = {
  version: Ceremony['version']
  document: Ceremony['document']
  language: string
  pdf: Ceremony['pdf']
  given: Ceremony['given']
  /** The proposed name and address of the signer. */
  proposed: { name: string; email: string }
  /** The name and address that the sender has fixed. */
  fixed: { name: string | null; email: string | null }
  identify: FormTarget
  decline: FormTarget
  /** The name under which a browser keeps typed values, before and after the agreement is opened. */
  draft: string
  /** The address to which a script reports that a person sees the page; omitted after that report. */
  view?: string
  /** The metadata that the signer sees. */
  shown: Metadata
  /** The form to pass the agreement on to somebody else, as HTML. */
  delegate?: (entered: Entered) => string
  /** The button that Enter presses on a page with delegation, as HTML. */
  enter?: string
  /** Further notes, as HTML. */
  notes?: string
}

/** The first page of a signer who has opened the agreement. */
export function firstPageOf(reader: Reader, ceremony: Ceremony): FirstPage {
  const { version, document, language, pdf, given, submission, signer } = ceremony
  const known = (name: string) => (typeof submission.metadata[name] === 'string' ? submission.metadata[name] : '')
  return {
    version,
    document,
    language,
    pdf,
    given,
    proposed: { name: signer.name ?? known('name'), email: signer.email ?? known('email') },
    fixed: fixedOf(signer),
    identify: targetOf(reader, ceremony, 'identify'),
    decline: targetOf(reader, ceremony, 'decline'),
    draft: draftOf(submission.agreement_link_id, submission.metadata),
    shown: shownMetadata(version, submission),
    delegate: (entered) => delegateHtml(reader, ceremony, entered),
    enter: enterHtml(reader, ceremony),
  }
}

/**
 * The name and address of a person that only the sender can change. With a mailed code, the address is always fixed.
 */
export function fixedOf(signer: Pick<Signer, 'invited_name' | 'invited_email' | 'may_change' | 'asks_code'>) {
  const { invited_name: name, invited_email: email, may_change, asks_code } = signer
  return { name: may_change ? null : name, email: may_change && !asks_code ? null : email }
}

/** The name under which a browser keeps the typed values of a link's first page. It reveals no metadata. */
export function draftOf(linkId: Id, metadata: Metadata): string {
  const opened = writeQuery(toParameters(metadata))
  return baseOf(linkId) + createHash('sha256').update(opened).digest('base64url')
}

/** The agreement to read, the signer's name and address, and the consent to electronic records. */
export function identifyBody(reader: Reader, page: FirstPage, organizationName: string, entered: Entered): string {
  const { first, form } = wordsFor(reader)
  const labelsOfPage = [
    ['name', first.name],
    ['email', first.email],
    ['electronic_records', ''],
  ] as const
  const { version, document, language, proposed, fixed, given } = page
  const { fields } = version
  const labels = new Map(fields.map((field) => [field.key, field.label]))
  const draw = (key: string) => {
    const [label = key, known] = [labels.get(key), given[key]]
    if (known === null) return ''
    return known ? givenHtml(reader, { label }, known) : html`<span class="blank">${label}</span>`
  }
  const text = page.pdf
    ? pagesHtml(reader, page.pdf, { fields, given })
    : documentHtml(reader, document, draw, directionOfLanguage(language))
  const records = findConsentText('electronic_records', { locale: reader.language })
  const disclosure =
    records?.pages
      .flatMap((part) => part.paragraphs)
      .map((paragraph) => html`<p>${paragraph.replaceAll('{{organization}}', () => organizationName)}</p>`)
      .join('') ?? ''
  const hint = (value: string | null) => (value ? { hint: first.made_for({ name: value }) } : {})
  return html`<h1 lang="${language}" dir="auto">${version.title}</h1>
  !${faultSummary(reader, entered.faults, labelsOfPage)}
  !${page.notes ?? ''}
  <p class="lead">${first.lead}</p>
  <section class="paper" aria-label="${first.agreement}" lang="${language}" dir="${directionOfLanguage(language)}">!${text}</section>
  !${metadataHtml(reader, page.shown)}
  !${openMainForm(page.identify, html`data-draft="${page.draft}"!${page.view ? html` data-view="${page.view}"` : ''}`)}!${page.enter ?? ''}
    <h2>${first.who}</h2>
    !${input(reader, { name: 'name', label: first.name, path: ['name'], autocomplete: 'name', maxLength: 200, value: proposed.name, ...hint(fixed.name) }, entered)}
    !${input(reader, { name: 'email', label: first.email, path: ['email'], type: 'email', autocomplete: 'email', maxLength: longestEmail, value: proposed.email, ...hint(fixed.email) }, entered)}
    <details class="disclosure"><summary>${first.records}</summary>!${disclosure}</details>
    !${checkbox({ name: 'electronic_records', label: records?.statement ?? '', path: ['electronicRecords'] }, entered)}
    <button type="submit">${form.go_on}</button>
    !${declineHtml(reader, page.decline, entered)}!${page.delegate?.(entered) ?? ''}
  </form>`
}
