import { type Language, texts } from '../../texts/index.ts'
import { escapeHtml, renderPage } from './layout.ts'

const name = 'Sealane'

/** The page at the root of an API's host: a description of the server, and links to its documents. */
export function renderFrontPage(language: Language): string {
  const { front } = texts[language].mail_pages
  const places: Record<string, string> = {
    '{agree}': code('/agree/'),
    '{api}': code('api.'),
    '{rest}': link('/docs', front.rest),
    '{jsonapi}': link('/v1/api/docs', front.jsonapi),
    '{errors}': link('/knowledge/errors', front.errors),
  }
  const items = [front.signer, front.developer, front.member].map((words) => {
    const item = escapeHtml(words).replaceAll(/\{\w+\}/g, (place) => places[place] ?? place)
    return `<li>${item}</li>`
  })
  return renderPage(name, `<h1>${name}</h1><p>${escapeHtml(front.lead)}</p><ul>${items.join('')}</ul>`, language)
}

function code(text: string): string {
  return `<code>${text}</code>`
}

function link(address: string, words: string): string {
  return `<a href="${address}">${escapeHtml(words)}</a>`
}
