import { expect, test } from 'vitest'
import { newApi, useServer } from '../../../test/support/api.ts'
import { database } from '../../../test/support/organization.ts'
import type { Context } from '../../core/context.ts'
import type { Mail } from '../../core/mail.ts'
import { createWebhook, deleteWebhook, updateWebhook, webhookJobs } from '../../core/webhooks/index.ts'
import { type WrittenMail, writeMail } from '../../texts/index.ts'

const server = useServer()
const anyUrl = async () => null
const address = 'Ops@Example.com'
const input = { destinationUrl: 'https://down.example/hook', notificationEmails: [address] }

/** Runs a job and returns the mails that it sent. */
async function run(ctx: Context, name: string, payload: object, now = ctx.now): Promise<WrittenMail[]> {
  const mails: WrittenMail[] = []
  const sendMail = async (mail: Mail) => void mails.push(writeMail(mail))
  const parts = { database, contextOf: () => ctx, sendMail, publicUrl: () => 'https://sealane.example', now: () => now }
  await webhookJobs[name]?.(parts, { organizationId: ctx.organizationId, ...payload })
  return mails
}

const fail = (ctx: Context, webhookId: string, now?: Date) =>
  run(ctx, 'webhook.mail', { webhookId, state: 'failing' }, now)

async function ask(ctx: Context): Promise<string> {
  const { id } = await ctx.db.selectFrom('mail_recipients').select('id').executeTakeFirstOrThrow()
  const [question] = await run(ctx, 'webhook.ask_recipient', { recipientId: id })
  expect(question?.to).toEqual([address.toLowerCase()])
  return /\?recipient=([\w-]+)/.exec(question?.text ?? '')?.[1] ?? ''
}

const answer = (token: string, word: string) =>
  server.app.inject({
    method: 'POST',
    url: '/failure-mails',
    payload: new URLSearchParams({ recipient: token, answer: word }).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

test('an address gets failure mails only after its reader has confirmed, and none after a refusal', async () => {
  const { ctx } = await newApi(server)
  const { id } = await createWebhook(ctx, input, anyUrl)
  const token = await ask(ctx)
  expect((await server.app.inject(`/failure-mails?recipient=${token}`)).body).toContain('Send me these mails')
  expect(await fail(ctx, id)).toEqual([])
  expect((await answer(token, 'yes')).statusCode).toBe(303)
  expect((await fail(ctx, id)).map(({ to }) => to)).toEqual([[address]])
  expect((await answer(token, 'no')).statusCode).toBe(303)
  expect(await fail(ctx, id, new Date(ctx.now.getTime() + 2 * 86_400_000))).toEqual([])
})

test('the same news is mailed once a day, however often the webhook is deleted and created', async () => {
  const { ctx } = await newApi(server)
  const first = await createWebhook(ctx, input, anyUrl)
  await answer(await ask(ctx), 'yes')
  expect(await fail(ctx, first.id)).toHaveLength(1)
  await deleteWebhook(ctx, first.id)
  const again = await createWebhook(ctx, input, anyUrl)
  expect(await fail(ctx, again.id)).toEqual([])
  expect(await fail(ctx, again.id, new Date(ctx.now.getTime() + 86_400_001))).toHaveLength(1)
})

test('an address gets at most 20 mails a day from all webhooks', async () => {
  const { ctx } = await newApi(server)
  const { id } = await createWebhook(ctx, input, anyUrl)
  await answer(await ask(ctx), 'yes')
  let mails = 0
  for (let n = 0; n < 23; n += 1) {
    await updateWebhook(ctx, id, { destinationUrl: `https://down${n}.example/` }, anyUrl)
    mails += (await fail(ctx, id)).length
  }
  expect(mails).toBe(20)
})

test('an address is asked once a day, and never again after an answer', async () => {
  const { ctx } = await newApi(server)
  const { id } = await createWebhook(ctx, input, anyUrl)
  const asked = async () =>
    (await ctx.db.selectFrom('mail_recipients').select('asked_at').executeTakeFirstOrThrow()).asked_at
  const save = (now: Date) => updateWebhook({ ...ctx, now }, id, { notificationEmails: [address] }, anyUrl)
  const [soon, later] = [3_600_000, 90_000_000].map((ms) => new Date(ctx.now.getTime() + ms))
  await save(soon ?? ctx.now)
  expect(await asked()).toEqual(ctx.now)
  await save(later ?? ctx.now)
  expect(await asked()).toEqual(later)
})

test.each(['', 'x', '%00'])('a wrong link (%j) leads to a page that says so', async (token) => {
  const reply = await server.app.inject(`/failure-mails?recipient=${token}`)
  expect([reply.statusCode, reply.headers['referrer-policy']]).toEqual([404, 'no-referrer'])
})
