import { expect, test } from 'vitest'
import { formOf, identifyAs, type Opened } from '../../../test/support/ceremony.ts'
import { finishAs } from '../../../test/support/finishing.ts'
import { database } from '../../../test/support/organization.ts'
import { newDocumentMaker, newSeveral, type Several } from '../../../test/support/several.ts'
import { readTrail } from '../audit/index.ts'
import { remindSigner } from '../submissions/index.ts'
import { submissionJobs } from '../submissions/jobs.ts'
import { type Ceremony, declineAgreement, delegateSigner, reassignSigner, saveDraft } from './index.ts'

const two = [{ role: 'tenant' }, { role: 'landlord' }] as const
const alex = { name: 'Alex', email: 'alex@example.com' }

const robin = { name: 'tenant', email: 'tenant@example.com' }

const rows = async ({ ctx, submissionId }: Several) =>
  (await readTrail(ctx, submissionId)).filter(({ action }) => /named|reassigned/.test(action))

test('a replaced signer cannot act, and the new one is mailed and signs under their own name', async () => {
  const several = await newSeveral(two)
  const before = await several.enter('tenant')
  await identifyAs(before, { name: 'tenant', email: 'tenant@example.com' })
  const { id } = await several.signerOf('tenant')
  await reassignSigner(several.ctx, id, alex)
  await expect(before.ceremony()).rejects.toMatchObject({ code: 'submission_not_found' })
  expect(await several.mails()).toEqual(['alex signer_invitation'])
  const told = (await rows(several)).map(({ action, data, act }) => [action, data.name, data.email, act.at])
  expect(told).toEqual([
    ['signer.reassigned', 'tenant', 'tenant@example.com', several.ctx.now],
    ['signer.named', 'Alex', 'alex@example.com', several.ctx.now],
  ])
  await several.actAs('alex', 'tenant')
  await several.act('landlord')
  const document = await newDocumentMaker(several).make()
  expect(document?.signers[0]).toMatchObject({ name: 'Alex', consents: [{}] })
})

test.each<[string, (before: Opened, ceremony: Ceremony) => Promise<unknown>]>([
  ['say who they are', (before, ceremony) => identifyAs({ ...before, ceremony: async () => ceremony }, robin)],
  ['decline', ({ ctx }, ceremony) => declineAgreement(ctx, ceremony, formOf(ceremony), 'No.')],
  ['keep a draft', ({ ctx }, ceremony) => saveDraft(ctx, ceremony, formOf(ceremony), { fields: {}, locale: 'en' })],
])('who loses their part in the moment in which they %s does nothing in the name of the next', async (_, does) => {
  const several = await newSeveral([{ role: 'tenant' }])
  const before = await several.enter('tenant')
  const ceremony = await before.ceremony()
  const { id } = await several.signerOf('tenant')
  await reassignSigner(several.ctx, id, alex)
  await expect(does(before, ceremony)).rejects.toMatchObject({ code: 'form_outdated' })
  expect(await several.signerOf('tenant')).toMatchObject({ ...alex, identified_at: null, declined_at: null })
})

test('an address can be corrected before its turn without a mail, and a role that has acted cannot be reassigned', async () => {
  const several = await newSeveral(two)
  await several.mails()
  await reassignSigner(several.ctx, (await several.signerOf('landlord')).id, { email: 'right@example.com' })
  expect(await several.mails()).toEqual([])
  const same = { email: 'Tenant@example.com' }
  const { id } = await several.signerOf('landlord')
  await expect(reassignSigner(several.ctx, id, same)).rejects.toMatchObject({ code: 'validation_failed' })
  await several.act('tenant')
  expect(await several.mails()).toEqual(['right signer_invitation'])
  const done = (await several.signerOf('tenant')).id
  await expect(reassignSigner(several.ctx, done, alex)).rejects.toMatchObject({ code: 'signer_has_acted' })
})

test('the sender can change what is asked before reading, and who is reassigned keeps it unless it is changed', async () => {
  const several = await newSeveral(two)
  const { id } = await several.signerOf('landlord')
  const asked = async () => (await several.signerOf('landlord')).asks_code
  await reassignSigner(several.ctx, id, { access: { emailCode: true } })
  expect(await asked()).toBe(true)
  await reassignSigner(several.ctx, id, { name: 'Kim', email: 'kim@example.com' })
  expect(await asked()).toBe(true)
  await reassignSigner(several.ctx, id, { access: { emailCode: false } })
  expect(await asked()).toBe(false)
})

test('a signer can pass their role on only where the sender allows it', async () => {
  for (const mayDelegate of [false, true]) {
    const signers = [{ role: 'tenant', email: 'tenant@example.com', delivery: 'email', mayDelegate } as const]
    const several = await newSeveral(two, { signers })
    const opened = await several.enter('tenant')
    const form = formOf(await opened.ceremony())
    const pass = delegateSigner(opened.ctx, await opened.ceremony(), form, alex)
    if (mayDelegate) await pass
    else await expect(pass).rejects.toMatchObject({ code: 'delegation_not_allowed' })
    expect(await several.mails()).toEqual(mayDelegate ? ['alex signer_invitation'] : [])
    expect(await actorsOf(several)).toEqual(mayDelegate ? ['signer', 'signer'] : [])
  }
})

const actorsOf = async ({ ctx, submissionId }: Several) => {
  const told = ctx.db.selectFrom('audit_events').select('actor').where('chain', '=', submissionId)
  const found = await told.where('action', 'in', ['signer.reassigned', 'signer.named']).execute()
  return found.map(({ actor }) => actor.kind)
}

const dayMs = 86_400_000

test('only a signer whose turn it is gets reminders, at the days and as often as the rule says', async () => {
  const several = await newSeveral(two, { reminders: { firstAfterDays: 3, everyDays: 2, atMost: 2 } })
  await several.mails()
  const sent: string[][] = []
  for (const day of [2, 3, 4, 5, 7, 9]) {
    const now = new Date(several.ctx.now.getTime() + day * dayMs)
    const contextOf = () => ({ ...several.ctx, actor: { kind: 'system' as const }, now })
    const deps = { database, now: () => now, contextOf, finishing: finishAs(() => expect.unreachable()) }
    await submissionJobs['submission.remind']?.(deps, {})
    sent.push(await several.mails())
  }
  const once = ['tenant signer_invitation']
  expect(sent).toEqual([[], once, [], once, [], []])
  await expect(remindSigner(several.ctx, (await several.signerOf('landlord')).id)).rejects.toMatchObject({
    code: 'signer_waits',
  })
})

test('a signer is reminded at most 5 times an hour, however many ask at once', async () => {
  const several = await newSeveral(two)
  await several.mails()
  const { id } = await several.signerOf('tenant')
  const asked = await Promise.allSettled(Array.from({ length: 8 }, () => remindSigner(several.ctx, id)))
  const refused = asked.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []))
  expect(refused).toEqual(Array(3).fill('rate_limited'))
  expect(await several.mails()).toHaveLength(5)
  const later = { ...several.ctx, now: new Date(several.ctx.now.getTime() + 3_600_000) }
  await remindSigner(later, id)
})
