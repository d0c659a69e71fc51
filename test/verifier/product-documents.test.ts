import { expect, test } from 'vitest'
import { readTrust } from '../../src/core/evidence/index.ts'
import { readDocument } from '../../src/core/submissions/index.ts'
import { verify } from '../../verifier/verify.ts'
import { languages } from '../../verifier/words.ts'
import { database } from '../support/organization.ts'
import { goodFields, goodSignature, newIdentified, newSigning } from '../support/signing.ts'

const witnesses = { witnesses: [], quorum: 0 }

async function signOne() {
  const signing = await newSigning()
  await (await newIdentified(signing)).post('sign', { ...goodFields, ...goodSignature })
  await signing.finish()
  const { id } = await signing.ctx.db.selectFrom('submissions').select('id').executeTakeFirstOrThrow()
  const trust = await readTrust(database.system, 'http://localhost', { timestampRoots: [], witnesses })
  return { bytes: (await readDocument(signing.ctx, id)).bytes, trust }
}

test('a document of the product is proven with the product’s trust file', async () => {
  const { bytes, trust } = await signOne()
  const { reasons, proof } = await verify(bytes, JSON.stringify(trust))
  expect(reasons).toEqual([])
  expect(proof?.content).toMatchObject({ sha256: expect.stringMatching(/^[\da-f]{64}$/) })
  const [signer] = proof?.signers ?? []
  expect(signer).toMatchObject({
    name: 'Robin',
    email: 'robin@example.com',
    ended: 'signed',
    fields: { name: 'Robin' },
  })
  expect(signer?.shown_sha256).toBe(proof?.agreement.source_sha256)
  expect(proof?.events.map(({ action }) => action)).toEqual([
    'submission.created',
    'agreement.viewed',
    'consent.given',
    'signer.identified',
    'agreement.signed',
  ])
  expect(proof?.events.every(({ action }) => action in languages.en.actions)).toBe(true)
  for (const [change, code] of [
    [{ seal_roots: [] }, 'seal_stranger'],
    [{ timestamp_roots: [] }, 'seal_stranger'],
    [{ logs: [] }, 'log_stranger'],
  ] as const)
    expect((await verify(bytes, JSON.stringify({ ...trust, ...change }))).reasons).toMatchObject([{ code }])
})
