import { expect, test } from 'vitest'
import { database, newContext } from '../../../test/support/organization.ts'
import { simpleAgreement } from '../../../test/support/signing.ts'
import { createAgreement, createAgreementLink } from '../agreements/index.ts'
import type { Mail } from '../mail.ts'
import { createSubmission, type NewSigner, voidOpenSubmission } from '../submissions/index.ts'
import { ceremonyJobs, readInvitation } from './index.ts'

async function invite(given: NewSigner) {
  const ctx = await newContext()
  const agreement = await createAgreement(ctx, simpleAgreement)
  const link = await createAgreementLink(ctx, { agreementId: agreement.id })
  const made = await createSubmission(ctx, { agreementLinkId: link.id, signer: given })
  const [sent, signerId]: [Mail[], string] = [[], made.submission.signers[0]?.id ?? '']
  const parts = {
    database,
    now: () => ctx.now,
    contextOf: () => ctx,
    sendMail: async (one: Mail) => void sent.push(one),
    publicUrl: () => 'https://x.example',
  }
  const mailIt = async () =>
    ceremonyJobs['ceremony.mail_invitation']?.(parts, { organizationId: ctx.organizationId, signerId })
  return { ctx, link, ...made, sent, mailIt }
}

const robin: NewSigner = { name: 'Robin', email: 'robin@example.com', delivery: 'email' }
const tokenOf = (mail: Mail | undefined) => /begin\/([\w-]+)/.exec(JSON.stringify(mail))?.[1] ?? ''

test('the invitation that is mailed to a signer works, and the earlier one of the sender stops working', async () => {
  const { ctx, link, token, sent, mailIt } = await invite(robin)
  await mailIt()
  expect(sent).toMatchObject([{ to: ['robin@example.com'], letter: 'signer_invitation' }])
  expect((await readInvitation(ctx, link.id, tokenOf(sent[0]))).ceremony.signer.name).toBe('Robin')
  expect((await readInvitation(ctx, link.id, token)).invitation.usedAt).toEqual(ctx.now)
})

test('a signer who can no longer sign gets no mail', async () => {
  const { ctx, submission, sent, mailIt } = await invite(robin)
  await voidOpenSubmission(ctx, submission.id, null)
  await mailIt()
  expect(sent).toEqual([])
})

test('an invitation by mail needs an address', async () => {
  await expect(invite({ name: 'Robin', delivery: 'email' })).rejects.toMatchObject({
    faults: [{ path: ['signer', 'email'], code: 'required' }],
  })
})
