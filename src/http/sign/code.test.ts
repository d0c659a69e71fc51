import { expect, test } from 'vitest'
import { database } from '../../../test/support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning, type Signing } from '../../../test/support/signing.ts'
import { injecting, newVisitor } from '../../../test/support/visitor.ts'
import { ceremonyJobs } from '../../core/ceremony/index.ts'
import { type WrittenMail, writeMail } from '../../texts/index.ts'

/** Requests a code in another browser, and reads it in the mail. */
async function askElsewhere(signing: Signing, own: string) {
  const other = signing.visit()
  await other.get(own)
  await other.post(`${own}code`)
  const sent: WrittenMail[] = []
  const rows = await signing.ctx.db.selectFrom('signer_codes').select('id').orderBy('id', 'desc').execute()
  await ceremonyJobs['ceremony.mail_code']?.(
    {
      database,
      now: () => signing.ctx.now,
      contextOf: () => signing.ctx,
      sendMail: async (mail) => void sent.push(writeMail(mail)),
      publicUrl: () => 'https://sealane.test',
    },
    { organizationId: signing.ctx.organizationId, codeId: rows[0]?.id },
  )
  const code = /^ {4}(\d{6})$/m.exec(sent[0]?.text ?? '')?.[1] ?? ''
  await other.get(own)
  return { other, code, wrong: String((Number(code) + 1) % 1_000_000).padStart(6, '0') }
}

async function startSigning() {
  const signing = await newSigning()
  const first = await newIdentified(signing)
  return { signing, first, own: (await first.get('identify')).location ?? '' }
}

test('a code from the mail gives the ceremony to another browser, and ends it in the first', async () => {
  const { signing, first, own } = await startSigning()
  const { other, code } = await askElsewhere(signing, own)
  expect((await other.post(`${own}prove`, { code: ` ${code.slice(0, 3)} ${code.slice(3)} ` })).status).toBe(303)
  expect((await other.get(own)).text).toContain('Fill in and sign')
  expect((await first.get(own)).status).toBe(403)
  expect((await other.post('sign', { ...goodFields, ...goodSignature })).status).toBe(303)
})

test('after five attempts even the right code fails', async () => {
  const { signing, own } = await startSigning()
  const { other, code, wrong } = await askElsewhere(signing, own)
  for (const _ of [1, 2, 3, 4, 5]) {
    const reply = await other.post(`${own}prove`, { code: wrong })
    expect([reply.status, reply.text]).toEqual([422, expect.stringContaining('not the last code that we mailed you')])
  }
  await other.post(`${own}prove`, { code })
  expect((await other.get(own)).status).toBe(403)
})

test('the fifth attempt may succeed, and an older or used code fails', async () => {
  const { signing, own } = await startSigning()
  const old = await askElsewhere(signing, own)
  const { other, code, wrong } = await askElsewhere(signing, own)
  if (old.code !== code) expect((await old.other.post(`${own}prove`, { code: old.code })).status).toBe(422)
  for (const _ of [1, 2, 3]) await other.post(`${own}prove`, { code: wrong })
  expect((await other.post(`${own}prove`, { code })).status).toBe(303)
  const late = signing.visit()
  await late.get(own)
  await late.post(`${own}prove`, { code })
  expect((await late.get(own)).status).toBe(403)
})

test('at most five codes are mailed in an hour', async () => {
  const { signing, own } = await startSigning()
  const other = newVisitor(injecting(signing.app, '127.0.0.20'), signing.base)
  await other.get(own)
  const statuses: number[] = []
  for (const _ of [1, 2, 3, 4, 5, 6]) statuses.push((await other.post(`${own}code`)).status)
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429])
})
