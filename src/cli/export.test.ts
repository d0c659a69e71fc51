import { Writable } from 'node:stream'
import { expect, test } from 'vitest'
import { newContext } from '../../test/support/organization.ts'
import { newVerification } from '../../test/support/verifications.ts'
import type { Context } from '../core/context.ts'
import { formatId } from '../core/ids.ts'
import { exportList, exportVerifications } from './export.ts'

async function textOf(ctx: Context, options: Parameters<typeof exportVerifications>[1]): Promise<string> {
  return written((out) => exportVerifications(ctx, options, out))
}

async function written(write: (out: Writable) => Promise<void>): Promise<string> {
  const lines: string[] = []
  // Takes one line at a time, and lets the writer wait for it.
  const out = new Writable({
    highWaterMark: 1,
    write(line, _, done) {
      lines.push(String(line))
      setImmediate(done)
    },
  })
  await write(out)
  return lines.join('')
}

async function newTwo() {
  const ctx = await newContext()
  const later = { ...ctx, now: new Date(ctx.now.getTime() + 1_000) }
  const first = await newVerification(ctx, { metadata: { note: 'says "hi",\nthen goes' } })
  const second = await newVerification(later, { type: 'motor_vehicle_record' })
  return { ctx, ids: [first, second].map(({ id }) => formatId('verification', id)) }
}

test('an export has every verification once, oldest first, with one JSON object in each line', async () => {
  const { ctx, ids } = await newTwo()
  const lines = (await textOf(ctx, { since: null, format: 'ndjson' })).trimEnd().split('\n')
  expect(lines.map((line) => JSON.parse(line).verification_id)).toEqual(ids)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ verification_metadata: { note: 'says "hi",\nthen goes' } })
})

test('an export since a time has the verifications that were created or changed since', async () => {
  const { ctx, ids } = await newTwo()
  const text = await textOf(ctx, { since: new Date(ctx.now.getTime() + 1), format: 'ndjson' })
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).verification_id),
  ).toEqual(ids.slice(1))
})

test('a CSV export has a header, and quotes cells with a comma, a quote or a line end', async () => {
  const { ctx, ids } = await newTwo()
  const text = await textOf(ctx, { since: null, format: 'csv' })
  expect(text).toMatch(/^verification_id,verification_type,.*,updated_at\n/)
  expect(text).toContain(`${ids[0]},enhanced_identity_verification,,,false,`)
  expect(text).toContain('"{""note"":""says \\""hi\\"",\\nthen goes""}"')
})

test('an export of another organization does not contain them', async () => {
  await newTwo()
  expect(await textOf(await newContext(), { since: null, format: 'ndjson' })).toBe('')
})

test('any list of the REST API is exported by its filters, and one that is none is refused', async () => {
  const { ctx } = await newTwo()
  const asked = { list: 'verifications', query: 'type=motor_vehicle_record', format: 'csv' } as const
  const [head = '', ...lines] = (await written((out) => exportList(ctx, asked, out))).trimEnd().split('\r\n')
  expect([head.includes('verification_type'), lines.length]).toEqual([true, 1])
  const none = written((out) => exportList(ctx, { ...asked, list: 'nothing' }, out))
  await expect(none).rejects.toMatchObject({ code: 'validation_failed' })
})
