import { expect, test } from 'vitest'
import { goodFields, goodSignature, newSigning, type Signing, simpleAgreement } from '../../../test/support/signing.ts'
import { findForm } from '../../../test/support/visitor.ts'
import { updateAgreement } from '../../core/agreements/index.ts'
import { readTrail } from '../../core/audit/index.ts'
import { listSubmissions } from '../../core/submissions/index.ts'

const robin = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
const whole = { ...goodFields, ...goodSignature }

/** One browser with two tabs on one link. Each tab returns the form of its step. */
async function openTabs(signing: Signing) {
  const browser = signing.visit()
  const openTab = async (query: string) => {
    await browser.get(`${signing.base}${query}`)
    const { text, location = '' } = await browser.post('identify', robin)
    const { action = '', hidden } = findForm(text, 'sign')
    return { own: location, send: (more: object = {}) => browser.post(action, { ...hidden, ...whole, ...more }) }
  }
  return { a: await openTab('?child=a&case=1'), b: await openTab('?child=b&case=2'), browser }
}

async function runs({ ctx }: Signing) {
  const { items } = await listSubmissions(ctx, {})
  return new Map(items.map((item) => [String(item.metadata.child), item]))
}

test('the forms of each tab sign the submission of that tab, in any order', async () => {
  const signing = await newSigning()
  const { a, b } = await openTabs(signing)
  expect((await a.send({ 'field.name': 'Child A' })).status).toBe(303)
  const first = await runs(signing)
  expect([first.get('a')?.status, first.get('b')?.status]).toEqual(['signed', 'viewed'])
  expect((await b.send({ 'field.name': 'Child B' })).status).toBe(303)
  const then = await runs(signing)
  expect([then.get('a')?.fieldValues.name, then.get('b')?.fieldValues.name]).toEqual(['Child A', 'Child B'])
})

test('a form for the submission of another tab is refused with a way to continue, and signs nothing', async () => {
  const signing = await newSigning()
  const { a, b, browser } = await openTabs(signing)
  const { hidden } = findForm((await browser.get(b.own)).text, 'sign')
  const { submission = '', signer = '' } = hidden
  for (const mixed of [
    { submission },
    { signer },
    { submission, signer },
    { shown: '0'.repeat(64) },
    { step: 'consent' },
  ]) {
    const reply = await a.send(mixed)
    expect([reply.status, reply.text]).toEqual([409, expect.stringContaining('Continue where you left off')])
  }
  expect([...(await runs(signing)).values()].map(({ status }) => status)).toEqual(['viewed', 'viewed'])
})

test('the shown text is signed, even if the agreement has changed meanwhile', async () => {
  const signing = await newSigning({ ...simpleAgreement, source: `100 EUR ${simpleAgreement.source}` })
  const browser = signing.visit()
  await browser.get(`${signing.base}?child=a`)
  const page = await browser.post('identify', robin)
  const { id } = await signing.ctx.db.selectFrom('agreements').select('id').executeTakeFirstOrThrow()
  await updateAgreement(signing.ctx, id, { source: `1 EUR ${simpleAgreement.source}` })
  await browser.get(`${signing.base}?child=b`)
  await browser.post('identify', robin)
  const { action = '', hidden } = findForm(page.text, 'sign')
  expect((await browser.post(action, { ...hidden, ...whole })).status).toBe(303)
  const run = (await runs(signing)).get('a')
  const trail = await readTrail(signing.ctx, run?.id ?? '')
  const versions = trail.flatMap(({ data }) => data.agreementVersion ?? [])
  expect([run?.status, page.text.includes('100 EUR'), versions]).toEqual(['signed', true, [1, 1]])
})

test('an outdated first page of an agreement is refused, and nothing is written', async () => {
  const signing = await newSigning()
  const browser = signing.visit()
  await browser.get()
  const { id } = await signing.ctx.db.selectFrom('agreements').select('id').executeTakeFirstOrThrow()
  await updateAgreement(signing.ctx, id, { source: `1 EUR ${simpleAgreement.source}` })
  expect((await browser.post('identify', robin)).status).toBe(409)
  expect((await runs(signing)).size).toBe(0)
})
