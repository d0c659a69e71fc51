import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { database, keyActor, newContext } from '../../../test/support/organization.ts'
import { goodFields, goodSignature, newSigning, type Signing } from '../../../test/support/signing.ts'
import { updateAgreementLink } from '../../core/agreements/index.ts'
import { readTrail } from '../../core/audit/index.ts'
import { createSubmission, getSubmission, type NewSigner, submissionJobs } from '../../core/submissions/index.ts'

const robin = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }

const invite = (signing: Signing, signer: NewSigner = { name: 'Robin', email: 'robin@example.com' }) =>
  createSubmission(signing.ctx, { agreementLinkId: signing.linkId, metadata: { internal_id: '7' }, signer })

test('a submission for a signer is viewed when a person opens it, and names its signer', async () => {
  const signing = await newSigning()
  const { submission, token } = await invite(signing)
  const visitor = signing.visit()
  for (const _time of [1, 2, 3])
    expect((await visitor.get(`${signing.base}begin/${token}`)).text).toContain('robin@example.com')
  expect((await getSubmission(signing.ctx, submission.id)).status).toBe('created')
  for (const _time of [1, 2]) expect((await visitor.view()).status).toBe(204)
  expect((await getSubmission(signing.ctx, submission.id)).status).toBe('viewed')
  const events = await signing.ctx.db.selectFrom('events').select('type').execute()
  expect(events).toEqual([{ type: 'agreement.viewed' }])
})

test.each(['with', 'without'])('a signer who was invited signs like any other, %s a script', async (script) => {
  const signing = await newSigning()
  const { submission, token } = await invite(signing)
  const visitor = signing.visit()
  await visitor.get(`begin/${token}`)
  if (script === 'with') await visitor.view()
  expect((await visitor.post('identify', robin)).status).toBe(303)
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  expect((await getSubmission(signing.ctx, submission.id)).status).toBe('completed')
})

test('a wrong token, or one of another link, opens nothing', async () => {
  const [signing, other] = [await newSigning(), await newSigning()]
  const { token } = await invite(signing)
  expect((await signing.visit().get('begin/nope')).status).toBe(404)
  expect((await other.visit().get(`begin/${token}`)).status).toBe(404)
})

test('a fixed name is signed as written, and by nobody else', async () => {
  const signing = await newSigning()
  const { submission, token } = await invite(signing, { name: 'Zoë O’Brien', email: 'Zoe@Example.com' })
  const visitor = signing.visit()
  await visitor.get(`begin/${token}`)
  const eve = await visitor.post('identify', { ...robin, name: 'Eve', email: 'eve@example.com' })
  expect([eve.status, eve.text.match(/does not allow another person/g)?.length]).toEqual([422, 4])
  expect((await visitor.post('identify', { ...robin, name: 'obrien, zoe', email: 'zoe@example.com' })).status).toBe(303)
  const { signers } = await getSubmission(signing.ctx, submission.id)
  expect(signers).toMatchObject([{ name: 'Zoë O’Brien', email: 'Zoe@Example.com' }])
})

test('an allowed change of name is stored besides the invited name', async () => {
  const signing = await newSigning()
  const { submission, token } = await invite(signing, { name: 'Robin', email: 'robin@example.com', mayChange: true })
  const visitor = signing.visit()
  await visitor.get(`begin/${token}`)
  await visitor.post('identify', { ...robin, name: 'Robin Clear', email: 'clear@example.com' })
  const trail = await readTrail(signing.ctx, submission.id)
  const invited = { invitedName: 'Robin', invitedEmail: 'robin@example.com' }
  expect(trail.find(({ action }) => action === 'signer.identified')?.data).toEqual({
    name: 'Robin Clear',
    email: 'clear@example.com',
    ...invited,
  })
})

test('no submission is created for an inactive link, for another organization’s link, or without the permission', async () => {
  const signing = await newSigning()
  const input = { agreementLinkId: signing.linkId }
  await expect(createSubmission(await newContext(), input)).rejects.toMatchObject({ code: 'agreement_link_not_found' })
  const viewer = { ...signing.ctx, actor: keyActor(['submissions:read']) }
  await expect(createSubmission(viewer, input)).rejects.toMatchObject({ permission: 'submissions:write' })
  await updateAgreementLink(signing.ctx, signing.linkId, { isActive: false })
  await expect(createSubmission(signing.ctx, input)).rejects.toMatchObject({ code: 'agreement_link_inactive' })
})

test('a submission that nobody opened in time expires, and its invitation says so', async () => {
  const signing = await newSigning()
  const { submission, token } = await invite(signing)
  const now = new Date('2000-01-01T00:00:00Z')
  await signing.ctx.db.updateTable('submissions').set({ expires_at: now }).execute()
  const contextOf = (id: string) => ({ ...signing.ctx, db: database.forOrganization(id), organizationId: id, now })
  const finishing = finishAs(() => expect.unreachable())
  await submissionJobs['submission.expire']?.({ database, now: () => now, contextOf, finishing }, {})
  expect((await getSubmission(signing.ctx, submission.id)).status).toBe('expired')
  const late = await signing.visit().get(`begin/${token}`)
  expect([late.status, late.text]).toEqual([410, expect.stringContaining('The time to sign is over')])
  expect(await signing.ctx.db.selectFrom('events').select('type').execute()).toEqual([{ type: 'agreement.expired' }])
})
