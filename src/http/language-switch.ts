import type { FastifyInstance } from 'fastify'
import { html } from 'ghtml'
import { isLanguage, texts } from '../texts/index.ts'
import { memberOf } from './forms.ts'
import { isFramed } from './framed.ts'
import { languageCookie, type Reader } from './reader.ts'

const languages = Object.entries(texts).map(([language, { ceremony }]) => ({ language, name: ceremony.language.name }))

/** A page's switch: the other languages, each a button by its own name. `prefix` is where registerLanguage listens. */
export function languageSwitch(reader: Reader, prefix: string): string {
  const buttons = languages
    .filter(({ language }) => language !== reader.language)
    .map(
      ({ language, name }) =>
        html`<button type="submit" class="quiet" name="language" value="${language}" lang="${language}">${name}</button>`,
    )
  return html`<form class="language" method="post" action="${prefix}/language" aria-label="${texts[reader.language].ceremony.language.choose}">
<input type="hidden" name="back" value="${reader.path}"><input type="hidden" name="query" value="${reader.query}">!${buttons.join('')}</form>`
}

/**
 * Keeps the choice of a language in a cookie, on the pages below the prefix, and leads back to the page. It leads
 * to no other address.
 */
export function registerLanguage(app: FastifyInstance): void {
  app.post('/language', async (request, reply) => {
    const language = memberOf(request.body, 'language')
    const isOurs = request.headers['sec-fetch-site'] !== 'cross-site'
    if (isLanguage(language) && isOurs) {
      const own = request.protocol === 'https' ? 'SameSite=Lax; Secure' : 'SameSite=Lax'
      const guard = isFramed(request) ? 'SameSite=None; Secure; Partitioned' : own
      const cookie = `${languageCookie}=${language}; Path=/; Max-Age=31536000; HttpOnly; ${guard}`
      reply.header('set-cookie', cookie)
    }
    return reply.redirect(wayBack(request.body, app.prefix), 303)
  })
}

function wayBack(form: unknown, prefix: string): string {
  const url = URL.parse(memberOf(form, 'back'), 'http://here')
  if (url?.host !== 'here' || !`${url.pathname}/`.startsWith(`${prefix}/`)) return `${prefix}/`
  url.search = memberOf(form, 'query')
  return `${url.pathname}${url.search}`
}
