import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { goodFields, goodSignature, newSigning, type Signing, simpleAgreement } from '../../../test/support/signing.ts'
import type { FinishedAgreement } from '../../core/agreements/index.ts'
import { completeSubmission, createSubmission } from '../../core/submissions/index.ts'

const robin = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
const metadata = { order: ['Orchid-7', 'Orchid-8'], score: 'Difficult-customer' }

/**
 * Signs as an invited person, or as a person who opened the link alone. Returns all pages and the text of the document.
 */
async function signAll(way: 'organization' | 'link', shownMetadata: string[] | null) {
  const signing = await newSigning({ ...simpleAgreement, shownMetadata })
  const visitor = signing.visit()
  const query = '?order=Orchid-7&order=Orchid-8&score=Difficult-customer'
  const pages = [await visitor.get(way === 'link' ? query : `begin/${await invite(signing)}`)]
  pages.push(await visitor.post('identify', robin))
  if (way === 'organization') pages.push(await signing.visit().get(), await visitor.get(signing.base))
  else pages.push(await visitor.get(`${signing.base}?other=1`))
  await visitor.get(pages[1]?.location)
  pages.push(await visitor.post('sign', { ...goodFields, ...goodSignature }))
  return { text: pages.map((page) => page.text).join('\n'), document: (await finish(signing)).metadata }
}

async function invite({ ctx, linkId }: Signing): Promise<string> {
  return (await createSubmission(ctx, { agreementLinkId: linkId, metadata, signer: robin })).token
}

async function finish({ ctx }: Signing): Promise<FinishedAgreement> {
  const { id } = await ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const rendered = Promise.withResolvers<FinishedAgreement>()
  await completeSubmission(ctx, finishAs(rendered.resolve), id)
  return rendered.promise
}

test('metadata that an organization gives is neither on a page nor in the signed document', async () => {
  const { text, document } = await signAll('organization', null)
  expect(text).not.toMatch(/Orchid|Difficult/)
  expect(document).toEqual({})
})

test.each(['organization', 'link'] as const)(
  'of the %s, signers see only the names that the agreement lists',
  async (way) => {
    const { text, document } = await signAll(way, ['order', 'nothing'])
    expect(text).toMatch(/<dt>order<\/dt><dd dir="auto">Orchid-7<\/dd>/)
    expect(document).toEqual({ order: ['Orchid-7', 'Orchid-8'] })
    expect(text.replaceAll(/name="query" value="[^"]*"/g, '')).not.toContain('Difficult')
  },
)

test('the parameters of a link are shown before they are signed, unless the agreement says otherwise', async () => {
  const shown = await signAll('link', null)
  expect(shown.text).toContain('<dt>score</dt><dd dir="auto">Difficult-customer</dd>')
  expect(shown.document).toEqual(metadata)
  const { text, document } = await signAll('link', [])
  expect([text.includes('<dt>'), document]).toEqual([false, {}])
})

test.each([
  ['?order=%E2%80%AE7', '“order” in the address of this link cannot be stored: Remove the bidirectional override'],
  [`?${'a=1&'.repeat(51)}`, 'The metadata in the address of this link cannot be stored: Give at most 50'],
])('a visitor with an invalid parameter sees which one it is, and whom to ask', async (query, words) => {
  const page = await (await newSigning(simpleAgreement)).visit().get(query)
  expect([page.status, page.text]).toEqual([422, expect.stringContaining(words)])
  expect(page.text).toContain('Ask the sender for another link.')
})
