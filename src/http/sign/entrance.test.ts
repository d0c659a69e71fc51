import { expect, test } from 'vitest'
import { newIdentified, newSigning } from '../../../test/support/signing.ts'
import { createSubmission } from '../../core/submissions/index.ts'

test('fetching a URL leaves nothing behind', async () => {
  const { app, base, ctx, linkId } = await newSigning()
  const { token } = await createSubmission(ctx, { agreementLinkId: linkId })
  for (const url of [base, `${base}?child=a`, `${base}begin/${token}`])
    for (const method of ['GET', 'HEAD'] as const) expect((await app.inject({ method, url })).statusCode).toBe(200)
  const rows = await ctx.db.selectFrom('signers').select('viewed_at').execute()
  expect(rows).toEqual([{ viewed_at: null }])
  expect(await ctx.db.selectFrom('events').select('type').execute()).toEqual([])
})

test('the URL of a signer’s page gives nobody else their session', async () => {
  const signing = await newSigning()
  const own = (await (await newIdentified(signing)).get('identify')).location ?? ''
  const other = signing.visit()
  const page = await other.get(own)
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('Is this you?')])
  expect((await other.get(`${own}document`)).status).toBe(403)
})

test.each(['identify', 'sign', 'draft', 'decline'])(
  'a signer who returns to the URL of %s sees their present step',
  async (step) => {
    const visitor = await newIdentified(await newSigning())
    const { status, location, text } = await visitor.get(step)
    expect([status, location, text]).toEqual([
      303,
      expect.stringMatching(/\/sgn_\w+\/$/),
      expect.stringContaining('Fill in and sign'),
    ])
  },
)

test('bytes that are not UTF-8 are refused with an explanation, and a lone percent sign is literal', async () => {
  const { app, base } = await newSigning()
  const broken = await app.inject(`${base}?child=%ff`)
  expect([broken.statusCode, broken.body]).toEqual([422, expect.stringContaining('not text in UTF-8')])
  expect((await app.inject(`${base}?discount=100%`)).statusCode).toBe(200)
})

test('the words about electronic records name the sender, also on the first page', async () => {
  const { app, base, ctx } = await newSigning()
  const { name } = await ctx.db.selectFrom('organizations').select('name').executeTakeFirstOrThrow()
  const { body } = await app.inject(base)
  expect(body).toContain(`ask ${name}, which tells you of any fee`)
  expect(body).not.toContain('{{')
})
