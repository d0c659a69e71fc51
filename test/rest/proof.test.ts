import { expect, test } from 'vitest'
import { proveDocument } from '../../src/core/submissions/index.ts'
import { endpoints } from '../../src/http/rest/endpoints.ts'
import { readEntry, readProof } from '../../verifier/evidence/proof.ts'
import { newApi, useServer } from '../support/api.ts'
import { logEverything } from '../support/finishing.ts'
import { requestOn, setStage } from '../support/stage.ts'

const server = useServer()

test('the proof of a finished document is downloaded by itself, names its hash, and is the same by the id of the document', async () => {
  const api = await newApi(server)
  const stage = await setStage(api.ctx)
  await logEverything(api.ctx)
  const ask = async (wanted: string) => {
    const endpoint = endpoints.find(({ id }) => id === wanted)
    if (!endpoint) throw new Error(`There is no ${wanted}.`)
    return api.call('GET', requestOn(stage, endpoint).url)
  }
  const [proof, seal] = [await ask('downloadProof'), await ask('getSeal')]
  expect([proof.statusCode, proof.headers['content-type']]).toEqual([200, expect.stringMatching(/^text\/plain/)])
  const row = readEntry(Buffer.from(readProof(proof.body)?.extra ?? []).toString())
  expect(row?.data.sha256).toBe(seal.json().document_sha256)
  const { id } = await api.ctx.db.selectFrom('documents').select('id').executeTakeFirstOrThrow()
  expect(Buffer.from((await proveDocument(api.ctx, id)).bytes).toString()).toBe(proof.body)
})
