import { expect, test } from 'vitest'
import { newApi, testNow, useServer } from '../../../test/support/api.ts'
import { identifyAs, openAs } from '../../../test/support/ceremony.ts'
import { newAddress, readInvitationMail } from '../../../test/support/invitations.ts'
import { database } from '../../../test/support/organization.ts'
import { simpleAgreement } from '../../../test/support/signing.ts'
import { builtWebApp } from '../../../test/support/web-app.ts'
import { inviteMember } from '../../core/accounts/index.ts'
import { createAgreement, createAgreementLink } from '../../core/agreements/index.ts'
import { askForCode, ceremonyJobs } from '../../core/ceremony/index.ts'
import type { Context } from '../../core/context.ts'
import type { Mail } from '../../core/mail.ts'
import { operatorJobs } from '../../core/operator/index.ts'
import { createWebhook, webhookJobs } from '../../core/webhooks/index.ts'
import { type WrittenMail, writeMail } from '../../texts/index.ts'

const server = useServer({ webFolder: await builtWebApp() })
const publicUrl = () => 'http://sealane.localhost:3000'

/** Collects the sent mails. */
function outbox() {
  const sent: WrittenMail[] = []
  return {
    database,
    sent,
    sendMail: async (mail: Mail) => void sent.push(writeMail(mail)),
    publicUrl,
    now: () => testNow,
  }
}

async function codeMails(ctx: Context): Promise<WrittenMail[]> {
  const { id: agreementId } = await createAgreement(ctx, simpleAgreement)
  const opened = await openAs(ctx, (await createAgreementLink(ctx, { agreementId })).id, {})
  await identifyAs(opened)
  await askForCode(opened.ctx, opened.proof.signerId)
  const code = await ctx.db.selectFrom('signer_codes').select('id').executeTakeFirstOrThrow()
  const { sent, ...parts } = outbox()
  const payload = { organizationId: ctx.organizationId, codeId: code.id }
  await ceremonyJobs['ceremony.mail_code']?.({ ...parts, contextOf: () => ctx }, payload)
  return sent
}

async function webhookMails(ctx: Context): Promise<WrittenMail[]> {
  const input = { destinationUrl: 'https://a.example/', notificationEmails: ['ops@a.example'] }
  const { id: webhookId } = await createWebhook(ctx, input, async () => null)
  const { sent, ...parts } = outbox()
  const { id: recipientId } = await ctx.db.selectFrom('mail_recipients').select('id').executeTakeFirstOrThrow()
  const question = { organizationId: ctx.organizationId, recipientId }
  await webhookJobs['webhook.ask_recipient']?.({ ...parts, database, contextOf: () => ctx }, question)
  await database.system
    .updateTable('mail_recipients')
    .set({ confirmed_at: testNow })
    .where('id', '=', recipientId)
    .execute()
  for (const state of ['failing', 'warned', 'disabled', 'recovered']) {
    const payload = { organizationId: ctx.organizationId, webhookId, state }
    await webhookJobs['webhook.mail']?.({ ...parts, database, contextOf: () => ctx }, payload)
  }
  return sent
}

async function operatorMails(): Promise<WrittenMail[]> {
  const findFailedJob = async (id: string) => ({ id, task: 'submission.complete', error: 'killed', isSetAside: true })
  const { sent, ...parts } = outbox()
  const deps = { ...parts, address: 'ops@a.example', findFailedJob, trySeal: async () => null }
  await operatorJobs['operator.job_set_aside']?.(deps, { jobId: '1' })
  return sent
}

async function invitationMails(ctx: Context): Promise<WrittenMail[]> {
  const invitation = await inviteMember(ctx, { name: 'Sam', email: newAddress(), role: 'viewer' })
  return [(await readInvitationMail(ctx, invitation, publicUrl())).mail]
}

test.each([
  ['a signer’s code', codeMails, 1],
  ['a webhook that fails, is warned of, is off, and answers again', webhookMails, 5],
  ['a job that is set aside', operatorMails, 1],
  ['an invitation', invitationMails, 1],
] as const)('every link in the mail of %s leads to a page', async (_what, send, count) => {
  const { ctx } = await newApi(server)
  const mails = await send(ctx)
  const links = mails.flatMap(({ text }) => text.match(/https?:\/\/sealane\S+/g) ?? [])
  expect([mails.length, links.length]).toEqual([count, count])
  for (const link of links) {
    const reply = await server.app.inject(link)
    // 403 is the page that requests the code, because this browser belongs to nobody.
    expect([200, 403], link).toContain(reply.statusCode)
    expect(reply.headers['content-type']).toContain('text/html')
  }
})
