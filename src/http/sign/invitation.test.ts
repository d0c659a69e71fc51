import { expect, test } from 'vitest'
import { database, keyActor, newContext } from '../../../test/support/organization.ts'
import { goodFields, goodSignature, newSigning, type Signing } from '../../../test/support/signing.ts'
import { updateAgreementLink } from '../../core/agreements/index.ts'
import { createSubmission, getSubmission, submissionJobs } from '../../core/submissions/index.ts'

const invite = (signing: Signing) =>
  createSubmission(signing.ctx, {
    agreementLinkId: signing.linkId,
    metadata: { internal_id: '7' },
    signer: { name: 'Robin', email: 'robin@example.com' },
  })

test('what is made for a signer is viewed when they open it, once, and proposes who they are', async () => {
  const signing = await newSigning()
  const { submission, token } = await invite(signing)
  expect([submission.status, submission.viewedAt]).toEqual(['created', null])
  const visitor = signing.visit()
  for (const _time of [1, 2]) expect((await visitor.get(`begin/${token}`)).location).toBe(signing.base)
  expect((await visitor.get()).text).toContain('value="robin@example.com"')
  expect((await getSubmission(signing.ctx, submission.id)).status).toBe('viewed')
  const events = await signing.ctx.db.selectFrom('events').select('type').execute()
  expect(events).toEqual([{ type: 'agreement.viewed' }])
})

test('a signer who was invited signs like any other', async () => {
  const signing = await newSigning()
  const { submission, token } = await invite(signing)
  const visitor = signing.visit()
  await visitor.get(`begin/${token}`)
  await visitor.post('identify', { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' })
  await visitor.post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  expect((await getSubmission(signing.ctx, submission.id)).status).toBe('completed')
})

test('a wrong token, or one of another link, opens nothing; a look ahead is no view', async () => {
  const [signing, other] = [await newSigning(), await newSigning()]
  const { submission, token } = await invite(signing)
  expect((await signing.visit().get('begin/nope')).status).toBe(404)
  expect((await other.visit().get(`begin/${token}`)).status).toBe(404)
  await signing.visit().get(`begin/${token}`, { purpose: 'prefetch' })
  expect((await getSubmission(signing.ctx, submission.id)).status).toBe('created')
})

test('a submission is not made of a link that is off, of another organization, or by somebody who may not', async () => {
  const signing = await newSigning()
  const input = { agreementLinkId: signing.linkId }
  await expect(createSubmission(await newContext(), input)).rejects.toMatchObject({ code: 'agreement_link_not_found' })
  const viewer = { ...signing.ctx, actor: keyActor(['submissions:read']) }
  await expect(createSubmission(viewer, input)).rejects.toMatchObject({ permission: 'submissions:write' })
  await updateAgreementLink(signing.ctx, signing.linkId, { isActive: false })
  await expect(createSubmission(signing.ctx, input)).rejects.toMatchObject({ code: 'agreement_link_inactive' })
})

test('what nobody opened in time expires, and its way in is closed', async () => {
  const signing = await newSigning()
  const { submission, token } = await invite(signing)
  const now = new Date('2000-01-01T00:00:00Z')
  await signing.ctx.db.updateTable('submissions').set({ expires_at: now }).execute()
  const contextOf = (id: string) => ({ ...signing.ctx, db: database.forOrganization(id), organizationId: id, now })
  const renderAgreement = () => Promise.reject(new Error('Nothing is rendered here.'))
  await submissionJobs['submission.expire']?.({ database, now: () => now, contextOf, renderAgreement }, {})
  expect((await getSubmission(signing.ctx, submission.id)).status).toBe('expired')
  await signing.visit().get(`begin/${token}`)
  expect(await signing.ctx.db.selectFrom('events').select('type').execute()).toEqual([])
})
