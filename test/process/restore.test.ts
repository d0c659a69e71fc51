import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { root } from '../architecture/sources.ts'
import { debianPostgres, startDebianPostgres } from '../support/debian-postgres.ts'
import { copyUsedHome } from '../support/server-home.ts'
import { startServerHere } from '../support/shell.ts'

const run = promisify(execFile)
const document = readFileSync(join(root, 'docs/operations.md'), 'utf8')

/** Runs the commands of a block of docs/operations.md, as they are, in a folder. */
async function follow(block: string, folder: string, env: Record<string, string> = {}): Promise<void> {
  const commands = new RegExp(`^\`\`\`sh ${block}\\n(.*?)^\`\`\`$`, 'ms').exec(document)?.[1]
  if (commands === undefined) throw new Error(`docs/operations.md has no block ${block}.`)
  await run('sh', ['-ec', commands], { cwd: folder, env: { PATH: process.env.PATH ?? '', ...env } })
}

async function newMachine(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sealane-machine-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  return folder
}

const modeOf = async (file: string) => ((await stat(file)).mode & 0o777).toString(8)

/** The agreements that the API returns for the demo's key, and whether the server is ready. */
async function ask(url: string, credentials: string): Promise<unknown[]> {
  const { api_key } = JSON.parse(await readFile(credentials, 'utf8'))
  const reply = await fetch(`${url}/v2/agreements`, { headers: { 'x-api-key': api_key } })
  return [reply.status, await reply.json(), (await fetch(`${url}/ready`)).status]
}

test('the written steps restore an embedded database on a fresh machine', async () => {
  const [old, fresh] = [await newMachine(), await newMachine()]
  await copyUsedHome(join(old, '.sealane'))
  const server = await startServerHere(join(old, '.sealane'))
  const before = await ask(server.url, join(old, '.sealane/credentials.json'))
  await server.end()
  await follow('backup-embedded', old)
  for (const name of ['sealane-backup.tar.gz', 'sealane-master.key']) {
    expect(await modeOf(join(old, name))).toBe('600')
    await copyFile(join(old, name), join(fresh, name))
  }
  expect((await run('tar', ['-tzf', 'sealane-backup.tar.gz'], { cwd: old })).stdout).not.toContain('master.key')
  await follow('restore-embedded', fresh)
  const restored = await startServerHere(join(fresh, '.sealane'))
  expect(await ask(restored.url, join(fresh, '.sealane/credentials.json'))).toEqual([200, before[1], 200])
  expect([await modeOf(join(fresh, '.sealane')), await modeOf(join(fresh, '.sealane/master.key'))]).toEqual([
    '700',
    '600',
  ])
})

describe.runIf(existsSync(debianPostgres))('with an external PostgreSQL', () => {
  test('the written steps restore a database on a fresh server', async () => {
    const [old, fresh] = [await newMachine(), await newMachine()]
    const [from, to] = await Promise.all([startDebianPostgres(), startDebianPostgres()])
    await follow('restore-external-administrator', old, { ADMIN_URL: from.adminUrl })
    const key = { SEALANE_MASTER_KEY: '07'.repeat(32) }
    const server = await startServerHere(join(old, '.sealane'), { ...key, DATABASE_URL: from.url })
    const before = await ask(server.url, join(old, '.sealane/credentials.json'))
    await follow('backup-external', old, { DATABASE_URL: from.url })
    expect(await modeOf(join(old, 'sealane.dump'))).toBe('600')
    await copyFile(join(old, 'sealane.dump'), join(fresh, 'sealane.dump'))
    await follow('restore-external-administrator', fresh, { ADMIN_URL: to.adminUrl })
    await follow('restore-external', fresh, { DATABASE_URL: to.url })
    await mkdir(join(fresh, '.sealane'))
    const restored = await startServerHere(join(fresh, '.sealane'), {
      ...key,
      DATABASE_URL: to.url,
      SEALANE_DEMO: 'false',
    })
    expect(await ask(restored.url, join(old, '.sealane/credentials.json'))).toEqual([200, before[1], 200])
  })
})
