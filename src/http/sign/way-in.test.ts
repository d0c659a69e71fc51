import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { findOpenLink } from '../../../test/support/ceremony.ts'
import { database } from '../../../test/support/organization.ts'
import { clock, goodFields, goodSignature, newSigning, type Signing } from '../../../test/support/signing.ts'
import { findForm, injecting, newVisitor } from '../../../test/support/visitor.ts'
import { updateAgreementLink } from '../../core/agreements/index.ts'
import { ceremonyJobs, openAgreement, readAgreement, reassignSigner } from '../../core/ceremony/index.ts'
import type { Context } from '../../core/context.ts'
import { listSubmissions, voidSubmission } from '../../core/submissions/index.ts'
import { type WrittenMail, writeMail } from '../../texts/index.ts'

let addresses = 0

type Ways = Parameters<typeof updateAgreementLink>[2]
const robin = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }

async function newLink(ways: Ways): Promise<Signing> {
  const signing = await newSigning()
  await updateAgreementLink(signing.ctx, signing.linkId, ways)
  // The tries of one address are limited too, so each browser has its own address.
  const visit = () => newVisitor(injecting(signing.app, `127.0.2.${++addresses}`), signing.base)
  return { ...signing, visit }
}

/** The mails of codes that a link requested and that were not sent yet. */
async function mailCodes({ ctx }: Signing): Promise<WrittenMail[]> {
  const sent: WrittenMail[] = []
  const codes = ctx.db.selectFrom('agreement_link_codes').select('id').where('code_hash', 'is', null)
  const deps = { database, now: () => clock.now, contextOf: () => ctx, publicUrl: () => 'https://x.example' }
  for (const { id } of await codes.execute())
    await ceremonyJobs['ceremony.mail_link_code']?.(
      { ...deps, sendMail: async (mail) => void sent.push(writeMail(mail)) },
      { organizationId: ctx.organizationId, codeId: id, language: 'en' },
    )
  return sent
}

const codeIn = (mails: WrittenMail[]) => /\d{6}/.exec(mails[0]?.subject ?? '')?.[0] ?? ''
const submissions = async ({ ctx }: Signing) => (await listSubmissions(ctx, {})).items

test('nobody can read the agreement behind a passcode before typing it', async () => {
  const visitor = (await newLink({ authMode: 'PASSCODE', passcode: 'Tulip 42' })).visit()
  expect((await visitor.get('?order=7')).text).not.toContain('Between us')
  const wrong = await visitor.post('passcode', { passcode: 'tulip 42' })
  expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining('The passcode is wrong')])
  const right = await visitor.post('passcode', { passcode: ' Tulip 42 ' })
  expect([right.location, right.text]).toEqual([
    expect.stringMatching(/\?order=7$/),
    expect.stringContaining('Between us'),
  ])
})

test('a form without the passcode opens nothing', async () => {
  const signing = await newLink({})
  const visitor = signing.visit()
  await visitor.get()
  await updateAgreementLink(signing.ctx, signing.linkId, { authMode: 'PASSCODE', passcode: 'Tulip 42' })
  expect((await visitor.post('identify', robin)).status).toBe(403)
  expect(await submissions(signing)).toEqual([])
})

test('the old passcode fails after a change', async () => {
  const signing = await newLink({ authMode: 'PASSCODE', passcode: 'Tulip 42' })
  const visitor = signing.visit()
  await visitor.get()
  await visitor.post('passcode', { passcode: 'Tulip 42' })
  await updateAgreementLink(signing.ctx, signing.linkId, { passcode: 'Daffodil 7' })
  expect((await visitor.get()).text).toContain('Enter the passcode')
})

test('the proof for one link opens no other', async () => {
  const [one, other] = [
    await newLink({ authMode: 'PASSCODE', passcode: 'Tulip 42' }),
    await newLink({ authMode: 'PASSCODE', passcode: 'Tulip 42' }),
  ]
  const visitor = one.visit()
  await visitor.get()
  await visitor.post('passcode', { passcode: 'Tulip 42' })
  expect((await visitor.get(other.base)).text).toContain('Enter the passcode')
})

test('all addresses together may try a passcode only a few times a minute', async () => {
  const { app, base } = await newLink({ authMode: 'PASSCODE', passcode: 'Tulip 42' })
  const guess = (at: number) =>
    app.inject({
      method: 'POST',
      url: `${base}passcode`,
      remoteAddress: `127.0.1.${at}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      payload: `passcode=guess-${at}`,
    })
  const statuses: number[] = []
  for (let at = 1; at <= 62; at++) statuses.push((await guess(at)).statusCode)
  expect(statuses.slice(0, 60)).toEqual(Array(60).fill(422))
  expect(statuses.slice(60)).toEqual([429, 429])
})

test.each(['robin@example.com', 'ROBIN@example.com', 'sam@example.org'])(
  '%s gets a code by mail, and signs under the proved address',
  async (email) => {
    const signing = await newLink({ authMode: 'EMAILS', recipients: ['Robin@Example.com', '@example.org'] })
    const visitor = signing.visit()
    expect((await visitor.get()).text).not.toContain('Between us')
    await visitor.post('address', { email })
    const mails = await mailCodes(signing)
    expect(mails.map(({ to }) => to)).toEqual([[email]])
    const page = await visitor.post('prove-address', { code: codeIn(mails) })
    expect(findForm(page.text, 'identify')).toBeDefined()
    const other = await visitor.post('identify', { ...robin, email: 'eve@example.net' })
    expect([other.status, other.text]).toEqual([422, expect.stringContaining(email)])
    await visitor.post('identify', { ...robin, email })
    await visitor.post('sign', { ...goodFields, ...goodSignature })
    expect(await submissions(signing)).toMatchObject([{ status: 'signed', signers: [{ email }] }])
  },
)

test('an address that is not a recipient gets no code and the same reply', async () => {
  const signing = await newLink({ authMode: 'EMAILS', recipients: ['robin@example.com', '@example.org'] })
  const say = async (email: string) => {
    const visitor = signing.visit()
    await visitor.get()
    return (await visitor.post('address', { email })).text.replaceAll(email, '…')
  }
  const answers = await Promise.all(['robin@example.com', 'eve@example.net', 'eve@sub.example.org'].map(say))
  expect(new Set(answers).size).toBe(1)
  expect((await mailCodes(signing)).map(({ to }) => to)).toEqual([['robin@example.com']])
})

test('a code works once, within five attempts, only for its link and address', async () => {
  const signing = await newLink({ authMode: 'EMAILS', recipients: ['@example.org'] })
  const visitor = signing.visit()
  await visitor.get()
  await visitor.post('address', { email: 'a@example.org' })
  const code = codeIn(await mailCodes(signing))
  const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0')
  for (let at = 0; at < 5; at++) expect((await visitor.post('prove-address', { code: wrong })).status).toBe(422)
  expect((await visitor.post('prove-address', { code })).status).toBe(422)
  expect((await visitor.post('prove-address', { code, email: 'b@example.org' })).status).toBe(422)
})

test('no address gets more than five codes an hour', async () => {
  const signing = await newLink({ authMode: 'EMAILS', recipients: ['@example.org'] })
  const visitor = signing.visit()
  for (let at = 0; at < 7; at++) {
    await visitor.get()
    await visitor.post('address', { email: 'a@example.org' })
  }
  expect(await mailCodes(signing)).toHaveLength(5)
})

test('a link with one submission for each address refuses the second before anything is signed', async () => {
  const signing = await newLink({ oncePerEmail: true })
  const [first, second] = [signing.visit(), signing.visit()]
  for (const visitor of [first, second]) await visitor.get()
  await first.post('identify', robin)
  const refused = await second.post('identify', { ...robin, email: 'Robin@Example.com' })
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('has already begun this agreement')])
  expect((await second.post('identify', { ...robin, email: 'sam@example.com' })).status).toBe(303)
})

const spellings = ['Robin@BÜCHER.example', 'robin@xn--bcher-kva.example']
const spell = (at: number) => spellings[at % spellings.length] ?? ''

test('of twenty people who give one address in two spellings at once, one has a submission', async () => {
  const signing = await newLink({ oncePerEmail: true })
  const visitors = Array.from({ length: 20 }, () => signing.visit())
  await Promise.all(visitors.map((visitor) => visitor.get()))
  const answers = await Promise.all(
    visitors.map((visitor, at) => visitor.post('identify', { ...robin, email: spell(at) })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, ...Array(19).fill(422)])
  expect((await submissions(signing)).filter(({ signers }) => signers[0]?.email)).toHaveLength(1)
})

/** A browser that has proved an address to a link. */
async function prove(signing: Signing, email: string) {
  // Codes are ordered by their time.
  clock.moveOn(60_000)
  const visitor = signing.visit()
  await visitor.get()
  await visitor.post('address', { email })
  await visitor.post('prove-address', { code: codeIn(await mailCodes(signing)) })
  return visitor
}

test('of twenty browsers that open with one proved address at once, all are at one submission', async () => {
  const signing = await newLink({ authMode: 'EMAILS', recipients: ['@bücher.example'], oncePerEmail: true })
  const { ctx, linkId } = signing
  const visitor: Context = { ...ctx, actor: { kind: 'visitor', permissions: [] } }
  const { hash: version } = await readAgreement(visitor, linkId)
  const link = await findOpenLink(linkId, clock.now)
  const parameters = { metadata: {}, leftOut: [] }
  const open = (at: number) =>
    openAgreement(visitor, link, { page: randomBytes(32), version, parameters, email: spell(at) })
  const proofs = await Promise.all(Array.from({ length: 20 }, (_, at) => open(at)))
  expect(new Set(proofs.map(({ signerId }) => signerId)).size).toBe(1)
  expect(await submissions(signing)).toHaveLength(1)
})

test('who proves an address that has a submission already goes on in it, also in another browser', async () => {
  const signing = await newLink({ authMode: 'EMAILS', recipients: [robin.email], oncePerEmail: true })
  const first = await prove(signing, robin.email)
  await first.post('identify', robin)
  const second = await prove(signing, robin.email)
  expect((await second.post('identify', robin)).text).toContain('Continue where you left off')
  expect(await submissions(signing)).toHaveLength(1)
  expect((await second.get()).text).toContain('Fill in and sign')
  await first.post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  const late = await prove(signing, robin.email)
  await late.post('identify', robin)
  const own = (await late.get()).location ?? ''
  expect((await late.get(`${own}document`)).status).toBe(403)
})

test('who has given their part to somebody else gets no other, and is told so on the page', async () => {
  const signing = await newLink({ authMode: 'EMAILS', recipients: [robin.email], oncePerEmail: true })
  const first = await prove(signing, robin.email)
  await first.post('identify', robin)
  const [{ signers: [signer] = [] } = {}] = await submissions(signing)
  await reassignSigner({ ...signing.ctx, now: clock.now }, signer?.id ?? '', {
    name: 'Alex',
    email: 'alex@example.com',
  })
  const refused = await (await prove(signing, robin.email)).post('identify', robin)
  expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('has already begun this agreement')])
  expect(await submissions(signing)).toHaveLength(1)
})

test('an address whose submission was voided may begin another', async () => {
  const signing = await newLink({ oncePerEmail: true })
  const [first, second] = [signing.visit(), signing.visit()]
  await first.get()
  await first.post('identify', robin)
  const [{ id = '' } = {}] = await submissions(signing)
  await voidSubmission(signing.ctx, id, 'A wrong price')
  await second.get()
  expect((await second.post('identify', robin)).status).toBe(303)
})

const secret = 'a secret of thirty-two characters!'
const sign = (query: string) => createHmac('sha256', secret).update(query).digest('hex')
const signed = (query: string) => `?${query}${query && '&'}signature=${sign(query)}`

test('signed parameters become metadata, and parameters after the signature do not', async () => {
  const signing = await newLink({ parameterSecret: secret })
  const visitor = signing.visit()
  await visitor.get(`${signed('price=1%20200&order=7')}&price=1&fbclid=x`)
  await visitor.post('identify', robin)
  expect(await submissions(signing)).toMatchObject([{ metadata: { price: '1 200', order: '7' }, leftOut: [] }])
})

test.each([
  ['none at all', ''],
  ['no signature', '?price=1200'],
  ['another price', signed('price=1200').replace('1200', '1')],
  ['another order', `?order=7&price=1200&signature=${sign('price=1200&order=7')}`],
  ['one in front', `?a=1&price=1200&signature=${sign('price=1200')}`],
  ['a signature of nothing', `?price=1200&signature=${sign('')}`],
  ['a short signature', '?price=1200&signature=00'],
  [
    'a signature of another secret',
    `?price=1200&signature=${createHmac('sha256', 'x').update('price=1200').digest('hex')}`,
  ],
])('a link with signed parameters refuses %s', async (_name, query) => {
  const signing = await newLink({ parameterSecret: secret })
  const page = await signing.visit().get(query)
  expect([page.status, page.text]).toEqual([403, expect.stringContaining('was changed or cut off')])
})

test('a form with other parameters than the signed ones opens nothing', async () => {
  const signing = await newLink({ parameterSecret: secret })
  const visitor = signing.visit()
  await visitor.get(signed('price=1200'))
  expect((await visitor.post('identify', { ...robin, query: 'price=1' })).status).toBe(403)
  expect(await submissions(signing)).toEqual([])
  expect((await visitor.get(signed(''))).status).toBe(200)
})
