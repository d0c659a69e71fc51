import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { finishAs } from '../../../test/support/finishing.ts'
import { goodSignature, newIdentified, newSigning, simpleAgreement } from '../../../test/support/signing.ts'
import type { AgreementInput, Field, FinishedAgreement } from '../../core/agreements/index.ts'
import { asSigner, loadCeremony, shownOf, signAgreement } from '../../core/ceremony/index.ts'
import { eraseSubject } from '../../core/erasures/index.ts'
import { completeSubmission, getSubmission, readSignerFile, voidSubmission } from '../../core/submissions/index.ts'

const common = { role: 'tenant', required: true }
const fields: Field[] = [
  { ...common, key: 'licence', type: 'file', label: 'Licence', maxMegabytes: 1 },
  { ...common, key: 'why', type: 'text', label: 'Why', required: false, showIf: { field: 'licence', filled: true } },
  { ...common, key: 'note', type: 'text', label: 'Note', required: false },
  { ...common, key: 'signature', type: 'signature', label: 'Signature' },
]
const agreement: AgreementInput = { ...simpleAgreement, source: '{{licence}} {{why}} {{note}} {{signature}}', fields }
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('Orchid picture')])
const hash = createHash('sha256').update(png).digest('hex')

async function begin() {
  const signing = await newSigning(agreement)
  const visitor = await newIdentified(signing)
  const own = (await visitor.get('identify')).location ?? ''
  const send = async (bytes: Buffer, name = 'C:\\me\\licence.png', key = 'licence') => {
    const { text } = await visitor.get()
    const form = new FormData()
    for (const [, id = '', value = ''] of text.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)">/g))
      if (!form.has(id)) form.set(id, value)
    form.set('file', new File([new Uint8Array(bytes)], name))
    const request = new Request('http://x/', { method: 'POST', body: form })
    return signing.app.inject({
      method: 'POST',
      url: `${own}files/${key}`,
      payload: Buffer.from(await request.arrayBuffer()),
      headers: {
        'content-type': request.headers.get('content-type') ?? '',
        'sec-fetch-site': 'same-origin',
        cookie: [...visitor.cookies].map((pair) => pair.join('=')).join('; '),
      },
    })
  }
  const { id, subject_id } = await signing.ctx.db.selectFrom('signers').selectAll().executeTakeFirstOrThrow()
  const { id: submissionId } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const rows = () => signing.ctx.db.selectFrom('signer_files').selectAll().execute()
  return { ...signing, visitor, own, send, rows, signerId: id, subjectId: subject_id, submissionId }
}

test('a signer uploads a file, sees it on the page, and signs, and the sender gets its bytes', async () => {
  const world = await begin()
  expect((await world.visitor.post('sign', goodSignature)).text).toContain('Send a file.')
  expect((await world.send(png)).statusCode).toBe(303)
  const page = (await world.visitor.get()).text
  expect(page).toMatch(/<span class="filled">licence.png<\/span>[\s\S]*Take back licence.png/)
  expect(page).toMatch(/<span data-field="why"><label/)
  expect((await world.visitor.post('sign', { ...goodSignature, 'field.licence': 'forged.png' })).status).toBe(303)
  const { files, fieldValues } = await getSubmission(world.ctx, world.submissionId)
  const file = { field: 'licence', name: 'licence.png', contentType: 'image/png', byteSize: png.length, sha256: hash }
  expect([files, fieldValues]).toEqual([[file], { licence: 'licence.png' }])
  expect((await readSignerFile(world.ctx, world.submissionId, 'licence')).bytes).toEqual(png)
})

test('the hash of a file is in the trail and in the finished document', async () => {
  const world = await begin()
  await world.send(png)
  await world.visitor.get()
  await world.visitor.post('sign', goodSignature)
  const rendered = Promise.withResolvers<FinishedAgreement>()
  await completeSubmission(world.ctx, finishAs(rendered.resolve), world.submissionId)
  const { signers } = await rendered.promise
  expect(signers[0]?.files).toEqual([{ label: 'Licence', name: 'licence.png', byteSize: png.length, sha256: hash }])
})

test('a file that goes while its signer signs is missed, and nothing is signed', async () => {
  const world = await begin()
  await world.send(png)
  const { ctx, signerId } = world
  const shown = await loadCeremony(asSigner(ctx, { id: signerId }), signerId)
  await world.visitor.get()
  await world.visitor.post('files/licence/back')
  const input = { fields: {}, locale: 'en', signature: { method: 'typed', text: 'Robin' } } as const
  const signing = signAgreement(ctx, shown, { ...shownOf(shown), hash: Buffer.alloc(32) }, input)
  await expect(signing).rejects.toMatchObject({ faults: [{ path: ['fields', 'licence'] }] })
  expect((await getSubmission(ctx, world.submissionId)).signers[0]?.signedAt).toBeNull()
})

test('nobody can read a file before the signature, and it is unreadable in the database', async () => {
  const world = await begin()
  await world.send(png)
  await expect(readSignerFile(world.ctx, world.submissionId, 'licence')).rejects.toMatchObject({ kind: 'not_found' })
  expect((await getSubmission(world.ctx, world.submissionId)).files).toEqual([])
  const [row] = await world.rows()
  expect(`${row?.content} ${row?.name}`).not.toMatch(/Orchid|licence/)
})

test('a file can be removed and replaced by another', async () => {
  const world = await begin()
  await world.send(png)
  await world.send(Buffer.concat([png, png]), 'second.png')
  expect((await world.rows()).map(({ byte_size }) => byte_size)).toEqual([2 * png.length])
  await world.visitor.get()
  expect((await world.visitor.post('files/licence/back')).status).toBe(303)
  expect(await world.rows()).toEqual([])
})

test.each([
  ['of a type that is not taken', Buffer.from('GIF89a'), 'one of these types: pdf, jpeg, png'],
  ['that is called a picture and is none', Buffer.from('<html>'), 'one of these types'],
  ['that is too large', Buffer.concat([png, Buffer.alloc(1_100_000)]), 'larger than 1 MiB'],
  ['with nothing in it', Buffer.alloc(0), 'Send a file.'],
  ['that is a PDF with a script', Buffer.from('%PDF-1.7 << /S /JavaScript >>'), 'contains scripts'],
  ['that is an encrypted PDF', Buffer.from('%PDF-1.7 << /Encrypt 1 0 R >>'), 'encrypted'],
])('a file %s is refused at its field, and all values stay', async (_what, bytes, words) => {
  const world = await begin()
  await world.visitor.post('draft', { 'field.note': 'Tulip', draft: 'one' })
  const reply = await world.send(bytes)
  expect([reply.statusCode, reply.body]).toEqual([422, expect.stringContaining(words)])
  expect([reply.body, await world.rows()]).toEqual([expect.stringContaining('value="Tulip"'), []])
})

test.each([['note'], ['stranger'], ['..%2flicence']])('a field that takes no files refuses one: %s', async (key) => {
  const world = await begin()
  expect([404, 403]).toContain((await world.send(png, 'x.png', key)).statusCode)
  expect(await world.rows()).toEqual([])
})

test.each<[string, (world: Awaited<ReturnType<typeof begin>>) => Promise<unknown>]>([
  ['it is called back', ({ ctx, submissionId }) => voidSubmission(ctx, submissionId, null)],
  ['its signer is erased', ({ ctx, subjectId }) => eraseSubject(ctx, subjectId)],
  [
    'it was signed and its signer is erased',
    async ({ ctx, visitor, subjectId, finish }) => {
      await visitor.get()
      expect((await visitor.post('sign', goodSignature)).status).toBe(303)
      await finish()
      await eraseSubject(ctx, subjectId)
    },
  ],
])('a file is deleted once %s', async (_how, end) => {
  const world = await begin()
  await world.send(png)
  await end(world)
  expect(await world.rows()).toEqual([])
})
