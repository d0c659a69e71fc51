import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { html } from 'ghtml'
import { isLanguage, type Language, texts } from '../texts/index.ts'
import { memberOf } from './forms.ts'
import { isFramed } from './framed.ts'
import { languageCookie, type Reader } from './reader.ts'

const languages = Object.entries(texts).map(([language, { ceremony }]) => ({ language, name: ceremony.language.name }))

/** The id of the main form of a page, which a person fills in. */
export const mainForm = 'main-form'

/** The member by which a form only requests its page in another language. */
const wish = 'page_language'

/**
 * The language buttons of a page, each with the language's own name. A button sends the main form, so that the typed
 * values come back. Without a form it posts to the route of registerLanguage below the prefix.
 */
export function languageSwitch(reader: Reader, prefix: string, hasForm = false): string {
  const label = texts[reader.language].ceremony.language.choose
  if (hasForm)
    return html`<div class="language" role="group" aria-label="${label}">!${buttonsOf(reader, wish, html`form="${mainForm}"`)}</div>`
  return html`<form class="language" method="post" action="${prefix}/language" aria-label="${label}">
<input type="hidden" name="back" value="${reader.path}"><input type="hidden" name="query" value="${reader.query}">!${buttonsOf(reader, 'language')}</form>`
}

function buttonsOf(reader: Reader, name: string, attributes = ''): string {
  return languages
    .filter(({ language }) => language !== reader.language)
    .map(
      ({ language, name: own }) =>
        html`<button type="submit" class="quiet" name="${name}" value="${language}" lang="${language}" !${attributes}>${own}</button>`,
    )
    .join('')
}

/** The language in which a sent form requests its page again; null for a form that is really sent. */
export function wishedLanguage(form: Readonly<Record<string, string>>): Language | null {
  const language = form[wish] ?? ''
  return isLanguage(language) ? language : null
}

/** Keeps the choice of a language in a cookie. */
export function keepLanguage(request: FastifyRequest, reply: FastifyReply, language: Language): void {
  const own = request.protocol === 'https' ? 'SameSite=Lax; Secure' : 'SameSite=Lax'
  const guard = isFramed(request) ? 'SameSite=None; Secure; Partitioned' : own
  reply.header('set-cookie', `${languageCookie}=${language}; Path=/; Max-Age=31536000; HttpOnly; ${guard}`)
}

/**
 * Keeps the choice of a language in a cookie, on the pages below the prefix, and redirects to the same page. It
 * redirects to no other address.
 */
export function registerLanguage(app: FastifyInstance): void {
  app.post('/language', async (request, reply) => {
    const language = memberOf(request.body, 'language')
    const isOurs = request.headers['sec-fetch-site'] !== 'cross-site'
    if (isLanguage(language) && isOurs) keepLanguage(request, reply, language)
    return reply.redirect(wayBack(request.body, app.prefix), 303)
  })
}

function wayBack(form: unknown, prefix: string): string {
  const url = URL.parse(memberOf(form, 'back'), 'http://here')
  if (url?.host !== 'here' || !`${url.pathname}/`.startsWith(`${prefix}/`)) return `${prefix}/`
  url.search = memberOf(form, 'query')
  return `${url.pathname}${url.search}`
}
