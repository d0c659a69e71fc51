import type { FastifyInstance } from 'fastify'
import { DomainError, say } from '../../core/errors.ts'
import { parseId } from '../../core/ids.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { escapeHtml } from '../pages/index.ts'
import { readerOf } from '../reader.ts'
import { paragraph, prepare, sendPage, wordsFor } from './page.ts'

/**
 * The page that mails about a webhook link to. It explains how to see failed deliveries and send them again. It reads
 * nothing about the webhook, so it does not reveal whether the webhook exists.
 */
export async function webhookHelpPlugin(app: FastifyInstance, { deps }: { deps: HttpDependencies }): Promise<void> {
  const refuseOtherMethods = prepare(app, deps)
  app.get('/:webhook', async (request, reply) => {
    const { webhook = '' } = request.params as { webhook?: string }
    if (!parseId('webhook', webhook)) throw noWebhook()
    const at = `${request.base}/v2/webhooks/${webhook}`
    const key = "-H 'x-api-key: …'"
    const since = Date.now() - 7 * 86_400_000
    const { webhook: words } = wordsFor(readerOf(request))
    const body = [
      paragraph(words.about({ id: webhook })),
      command(words.look, `curl ${key} '${at}/events?undelivered=true'`),
      command(words.switch_on, `curl -X PUT ${key} ${json} -d '{"service_status":true}' '${at}'`),
      command(words.recover, `curl -X POST ${key} ${json} -d '{"since":${since}}' '${at}/recoveries'`),
      `<p><a href="/docs">${escapeHtml(words.reference)}</a></p>`,
    ]
    return sendPage(request, reply, { title: words.title, body: body.join('\n') })
  })
  refuseOtherMethods()
}

const json = "-H 'content-type: application/json'"

function command(title: string, line: string): string {
  return `<h2>${escapeHtml(title)}</h2><pre tabindex="0">${escapeHtml(line)}</pre>`
}

function noWebhook(): DomainError {
  return new DomainError('not_found', 'page_not_found', say('mail_page_missing'))
}
