import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, inject, test } from 'vitest'
import { addMember } from '../../../test/support/members.ts'
import { newContext } from '../../../test/support/organization.ts'
import type { Context } from '../context.ts'
import { builtinRoles } from '../permissions.ts'
import { createExport, listExports, readExportFile } from './index.ts'
import { numbers, writeNumbers } from './numbers.fixture.ts'
import { runExport } from './run.ts'

const fixture = fileURLToPath(new URL('./crashing.fixture.ts', import.meta.url))
const question = { list: 'numbers', format: 'csv', query: '', base: '', form: '', permission: 'webhooks:read' } as const

async function begin() {
  const system = await newContext({ now: new Date() })
  const { id: userId } = await addMember(system, { role: 'viewer' })
  const permissions = builtinRoles.viewer
  const ctx: Context = { ...system, actor: { kind: 'user', id: userId, role: 'viewer', permissions } }
  const { id } = await createExport(ctx, question)
  return { ctx, id, run: () => runExport(() => ({ ...system, now: new Date() }), writeNumbers, id) }
}

async function fileOf(ctx: Context, id: string): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of (await readExportFile(ctx, id)).parts) parts.push(part)
  return Buffer.concat(parts).toString()
}

const whole = Array.from({ length: numbers.all }, (_, at) => `${at}\n`).join('')

test('an export whose process is killed goes on where it was, and has each row once', async () => {
  const { ctx, id, run } = await begin()
  const child = spawn(process.execPath, [fixture, inject('databaseUrl'), ctx.organizationId, id, '3'])
  await once(child.stdout, 'data')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const { items } = await listExports(ctx)
  expect(items.map(({ made, state }) => [made, state])).toEqual([[30, 'running']])
  await run()
  expect(await fileOf(ctx, id)).toBe(whole)
})

test('two processes at once write each row once', async () => {
  const { ctx, id, run } = await begin()
  await Promise.all([run(), run(), run()])
  expect(await fileOf(ctx, id)).toBe(whole)
})

test('of the files of a person the oldest goes when there are too many', async () => {
  const { ctx, run } = await begin()
  await run()
  for (let count = 0; count < 30; count++) {
    const { id } = await createExport(ctx, question)
    await runExport(() => ctx, writeNumbers, id)
  }
  expect((await listExports(ctx)).items.length).toBe(28)
})
