import type { FastifyInstance } from 'fastify'
import { type AskedRecipient, answerRecipient, readRecipient } from '../../core/webhooks/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { memberOf } from '../forms.ts'
import { escapeHtml } from '../pages/index.ts'
import { type Reader, readerOf } from '../reader.ts'
import { paragraph, prepare, sendPage, wordsFor } from './page.ts'

/**
 * The page on which the reader of an address allows or refuses mails about failing webhooks. Only its button answers,
 * because mail programs open links too.
 */
export async function failureMailsPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  const refuseOtherMethods = prepare(app, deps)
  const { system } = deps.database
  app.get('/', async (request, reply) => {
    const reader = readerOf(request)
    const token = memberOf(request.query, 'recipient')
    const body = form(reader, await readRecipient(system, token, deps.now()), token)
    return sendPage(request, reply, { title: wordsFor(reader).failures.title, body })
  })
  app.post('/', async (request, reply) => {
    const token = memberOf(request.body, 'recipient')
    await answerRecipient(system, token, memberOf(request.body, 'answer') === 'yes', deps.now())
    return reply.redirect(`/failure-mails?recipient=${encodeURIComponent(token)}`, 303)
  })
  refuseOtherMethods()
}

function form(reader: Reader, { address, organizationName, answer }: AskedRecipient, token: string): string {
  const { failures: words } = wordsFor(reader)
  const button = (value: 'yes' | 'no') => `<button name="answer" value="${value}">${escapeHtml(words[value])}</button>`
  return `${paragraph(words.wants({ organization: organizationName, address }))}
${answer ? paragraph(words[`said_${answer}`]) : ''}
<form method="post" action="/failure-mails">
<input type="hidden" name="recipient" value="${escapeHtml(token)}">
${answer === 'yes' ? '' : button('yes')}
${answer === 'no' ? '' : button('no')}
</form>`
}
