import type { FastifyInstance } from 'fastify'
import { type AskedRecipient, answerRecipient, readRecipient } from '../../core/webhooks/index.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { memberOf } from '../forms.ts'
import { escapeHtml } from '../pages/index.ts'
import { paragraph, prepare, sendPage } from './page.ts'

const title = 'Mails about failing webhooks'

/** Where whoever reads an address says whether failure mails may go to it. Only a button answers. */
export async function failureMailsPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  prepare(app, deps)
  const { system } = deps.database
  app.get('/', async (request, reply) => {
    const token = memberOf(request.query, 'recipient')
    return sendPage(reply, title, form(await readRecipient(system, token, deps.now()), token))
  })
  app.post('/', async (request, reply) => {
    const token = memberOf(request.body, 'recipient')
    await answerRecipient(system, token, memberOf(request.body, 'answer') === 'yes', deps.now())
    return reply.redirect(`/failure-mails?recipient=${encodeURIComponent(token)}`, 303)
  })
}

function form({ address, organizationName, answer }: AskedRecipient, token: string): string {
  const stands = { yes: 'You have confirmed: such mails go to you.', no: 'You have said no: no such mail comes.' }
  return `${paragraph(`${organizationName} wants to tell ${address} when one of its webhooks fails.`)}
${answer ? paragraph(stands[answer]) : ''}
<form method="post" action="/failure-mails">
<input type="hidden" name="recipient" value="${escapeHtml(token)}">
${answer === 'yes' ? '' : '<button name="answer" value="yes">Send me such mails</button>'}
${answer === 'no' ? '' : '<button name="answer" value="no">Do not send them</button>'}
</form>`
}
