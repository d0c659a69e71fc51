import { html } from 'ghtml'
import { type Metadata, toParameters } from '../../../core/submissions/index.ts'

/** What the finished document will say of the metadata, so that it is seen before it is signed. */
export function metadataHtml(shown: Metadata): string {
  const entries = toParameters(shown)
  if (entries.length === 0) return ''
  const items = entries.map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)
  return `<section class="metadata" aria-label="Belongs to this agreement"><h2>Belongs to this agreement</h2><dl>${items.join('')}</dl></section>`
}
