import { html } from 'ghtml'
import { type Metadata, toParameters } from '../../../core/submissions/index.ts'
import type { Reader } from '../../reader.ts'
import { wordsFor } from '../words.ts'

/** The metadata of the finished document, so that the signer sees it before signing. */
export function metadataHtml(reader: Reader, shown: Metadata): string {
  const entries = toParameters(shown)
  if (entries.length === 0) return ''
  const title = wordsFor(reader).first.metadata
  const items = entries.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)
  return html`<section class="metadata" aria-label="${title}"><h2>${title}</h2><dl>!${items.join('')}</dl></section>`
}
