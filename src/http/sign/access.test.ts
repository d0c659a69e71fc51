import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { database } from '../../../test/support/organization.ts'
import { clock, goodFields, goodSignature, newSigning } from '../../../test/support/signing.ts'
import { injecting, newVisitor, type Visitor } from '../../../test/support/visitor.ts'
import type { FinishedAgreement } from '../../core/agreements/index.ts'
import { ceremonyJobs } from '../../core/ceremony/index.ts'
import { formatId } from '../../core/ids.ts'
import type { Mail } from '../../core/mail.ts'
import { completeSubmission, createSubmission, type NewSigner } from '../../core/submissions/index.ts'

const robin = { name: 'Robin', email: 'robin@example.com' }
const access = { emailCode: true }
let browsers = 0

async function invite(over: NewSigner = {}) {
  const signing = await newSigning()
  const signer = { ...robin, access, ...over }
  const { token, submission } = await createSubmission(signing.ctx, { agreementLinkId: signing.linkId, signer })
  const id = submission.signers[0]?.id ?? ''
  const own = `${signing.base}${formatId('signer', id)}/`
  const letters: Mail[] = []
  const run = (job: string, payload: object, now = signing.ctx.now) =>
    ceremonyJobs[job]?.(
      {
        ...{ database, now: () => now, contextOf: () => ({ ...signing.ctx, now }) },
        sendMail: async (mail) => void letters.push(mail),
        publicUrl: () => 'https://x.example',
      },
      { organizationId: signing.ctx.organizationId, language: 'en', ...payload },
    )
  const visit = () => newVisitor(injecting(signing.app, `127.0.3.${++browsers}`), signing.base)
  const mailCode = async (now = signing.ctx.now): Promise<string> => {
    const row = await signing.ctx.db.selectFrom('signer_codes').select('id').orderBy('id', 'desc').executeTakeFirst()
    await run('ceremony.mail_code', { codeId: row?.id }, now)
    return String(Object(letters.at(-1)?.params).code)
  }
  return { ...signing, token, id, own, letters, run, visit, mailCode }
}

/** Enters by a code, and opens the first page. */
async function comeIn(world: Awaited<ReturnType<typeof invite>>, token = world.token) {
  const visitor = world.visit()
  await visitor.get(`begin/${token}`)
  await visitor.post(`${world.own}code`)
  const reply = await visitor.post(`${world.own}prove`, { code: await world.mailCode() })
  return { visitor, reply }
}

test('the link alone shows nothing, and fetching it sends no mail', async () => {
  const world = await invite()
  const { status, text } = await world.visit().get(`begin/${world.token}`)
  expect([status, text]).toEqual([403, expect.stringContaining('Enter a code first')])
  expect(text).not.toMatch(/Between us|robin@example.com/)
  expect(await world.ctx.db.selectFrom('signer_codes').selectAll().execute()).toEqual([])
})

test.each(['link', 'email'] as const)('a code from the mail opens the agreement: %s', async (delivery) => {
  const world = await invite({ delivery })
  if (delivery === 'email') await world.run('ceremony.mail_invitation', { signerId: world.id })
  const mailed = /begin\/([\w-]+)/.exec(JSON.stringify(world.letters[0]?.params ?? {}))?.[1]
  const { visitor, reply } = await comeIn(world, mailed)
  expect([reply.status, reply.text]).toEqual([303, expect.stringContaining('Between us')])
  expect((await visitor.post('identify', { ...robin, electronic_records: 'true' })).text).toContain('Fill in and sign')
})

test.each(['identify', 'view', 'decline'])('a form that goes past the code is refused: %s', async (step) => {
  const world = await invite()
  const visitor = world.visit()
  await visitor.get()
  const { text } = await visitor.get()
  const [page, shown] = ['page', 'shown'].map(
    (name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '',
  )
  const form = { ...robin, electronic_records: 'true', invitation: world.token, page: page ?? '', shown: shown ?? '' }
  const reply = await visitor.post(step, form)
  expect([reply.status, reply.text]).toEqual([403, expect.stringContaining('first asks who you are')])
})

test('wrong, old and used codes get the same reply, and after five attempts even the right one fails', async () => {
  const world = await invite()
  const visitor = world.visit()
  await visitor.get(`begin/${world.token}`)
  await visitor.post(`${world.own}code`)
  const code = await world.mailCode()
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  const replies = []
  for (const typed of [wrong, '', 'abc', wrong, wrong, code])
    replies.push(await visitor.post(`${world.own}prove`, { code: typed }))
  const said = replies.map(({ status, text }) => [status, /<li><a[^>]*>([^<]*)/.exec(text)?.[1]])
  expect(new Set(said.map(String)).size).toBe(1)
  expect(said[0]).toEqual([422, expect.stringContaining('not the last code that we mailed you')])
})

test('the address of the code stays, also where the sender allows a change', async () => {
  const { visitor } = await comeIn(await invite({ mayChange: true }))
  const other = { name: 'Sam', email: 'sam@example.com', electronic_records: 'true' }
  expect((await visitor.post('identify', other)).status).toBe(422)
  expect((await visitor.post('identify', { ...other, email: robin.email })).status).toBe(303)
})

test('the typing of the code is in the trail and in the finished document', async () => {
  const world = await invite()
  const { visitor } = await comeIn(world)
  await visitor.post('identify', { ...robin, electronic_records: 'true' })
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  const rendered = Promise.withResolvers<FinishedAgreement>()
  const { id } = await world.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  await completeSubmission(world.ctx, finishAs(rendered.resolve), id)
  expect((await rendered.promise).signers[0]?.proved).toMatchObject({ ipAddress: expect.stringContaining('127.0.3.') })
  const rows = await world.ctx.db.selectFrom('audit_events').select('action').where('chain', '=', id).execute()
  expect(rows.map(({ action }) => action)).toEqual(expect.arrayContaining(['signer.code_asked', 'signer.code_proved']))
})

test('another browser needs a fresh code for the copy', async () => {
  const world = await invite()
  const { visitor } = await comeIn(world)
  await visitor.post('identify', { ...robin, electronic_records: 'true' })
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  await world.finish()
  const other = world.visit()
  expect((await other.get(`${world.own}document`)).status).toBe(403)
  const used = await other.post(`${world.own}prove`, { code: await world.mailCode() })
  expect(used.status).toBe(422)
})

/** Signs, finishes, and requests a code in another browser later. */
async function comeLater() {
  const world = await invite()
  const { visitor } = await comeIn(world)
  await visitor.post('identify', { ...robin, electronic_records: 'true' })
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  await world.finish()
  const ask = async () => {
    // Codes are ordered by their time.
    clock.moveOn(60_000)
    const browser = world.visit()
    await browser.get(world.own)
    await browser.post(`${world.own}code`)
    return { browser, code: await world.mailCode(clock.now) }
  }
  const prove = (browser: Visitor, code: string) => browser.post(`${world.own}prove`, { code })
  const fetch = (browser: Visitor) => browser.get(`${world.own}document`)
  return { ...world, ask, prove, fetch }
}

test('the finished copy is fetched later with a fresh code, and nobody fetches it with a code that was used', async () => {
  const { ask, prove, fetch, visit, own } = await comeLater()
  const { browser, code } = await ask()
  expect((await fetch(browser)).status).toBe(403)
  expect((await prove(browser, code)).status).toBe(303)
  const copy = await fetch(browser)
  expect([copy.status, copy.headers['content-type']]).toEqual([200, 'application/pdf'])
  const other = visit()
  await other.get(own)
  expect([(await prove(other, code)).status, (await fetch(other)).status]).toEqual([422, 403])
})

test('an expired code fetches no copy, and after five wrong ones the right one fetches none either', async () => {
  const { ask, prove, fetch, ctx } = await comeLater()
  const late = await ask()
  await ctx.db.updateTable('signer_codes').set({ expires_at: clock.now }).execute()
  expect([(await prove(late.browser, late.code)).status, (await fetch(late.browser)).status]).toEqual([422, 403])
  const { browser, code } = await ask()
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  for (let at = 0; at < 5; at++) expect((await prove(browser, wrong)).status).toBe(422)
  expect([(await prove(browser, code)).status, (await fetch(browser)).status]).toEqual([422, 403])
})

test.each<[NewSigner, string]>([
  [{ email: '' }, 'signer.email required'],
  [{ email: '', delivery: 'link' }, 'signer.email required'],
])('a code without an address is refused: %j', async (over, fault) => {
  const refused: unknown = await invite(over).catch((error: unknown) => error)
  expect(refused).toMatchObject({ message: fault })
})
