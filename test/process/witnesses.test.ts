import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { rawPublicKey, writeWitnessKey } from '../../src/core/evidence/index.ts'
import { createDatabase, newestShape, queryAll } from '../support/database.ts'
import { newServerHome, startServerForTest } from '../support/server-home.ts'
import { type Environment, startSealane } from '../support/server-process.ts'
import { runHere, startServerHere } from '../support/shell.ts'

async function findPort(): Promise<number> {
  const server = createServer().listen(0, 'localhost')
  await once(server, 'listening')
  const { port } = Object(server.address())
  server.close()
  return port
}

/** An installation with its own database and port, which does not run yet. */
async function newInstallation(slug: string, template = newestShape) {
  const [url, home, port] = [await createDatabase(template), await newServerHome(), await findPort()]
  const settings = { DATABASE_URL: url, SEALANE_HOME: home, SEALANE_MASTER_KEY: '07'.repeat(32), PORT: String(port) }
  return { slug, url, home, settings, trust: `http://localhost:${port}/.well-known/sealane-trust.json` }
}
type Installation = Awaited<ReturnType<typeof newInstallation>>

/** A witness of an installation, in a separate process. Returns its line for the installation's setting. */
async function startWitness(
  name: string,
  { trust }: Pick<Installation, 'trust'>,
  place = mkdtempSync(join(tmpdir(), 'witness-')),
  port = 0,
) {
  const args = ['witness', '--for', trust, '--name', name, '--port', String(port), '--folder', place]
  const witness = startSealane(args, { SEALANE_HOME: place })
  onTestFinished(() => void witness.end('SIGTERM'))
  await witness.says('SEALANE_WITNESSES="')
  await witness.says('"\n')
  const [, named = ''] = /SEALANE_WITNESSES="(.*)"/.exec(witness.output()) ?? []
  const isBack = () => startWitness(name, { trust }, place, Number(new URL(named.split(' ')[1] ?? '').port))
  return { ...witness, named, isBack }
}

const start = ({ home, settings }: Installation, more: Environment) => startServerHere(home, { ...settings, ...more })

/** Writes rows into the trail of the organization. */
async function work({ settings, slug }: Installation, ...names: string[]) {
  for (const name of names)
    expect((await runHere(['keys', 'create', '--organization', slug, '--name', name], settings)).code).toBe(0)
}

const sizesOf = async ({ url }: Installation) =>
  (await queryAll(url, 'select size::int, witnessed_size::int from evidence_logs')).map(({ size, witnessed_size }) => ({
    size: Number(size),
    witnessed: Number(witnessed_size),
  }))
const isWitnessed = async (one: Installation, least: number) =>
  (await sizesOf(one)).some(({ size, witnessed }) => size >= least && size === witnessed)
const within = { timeout: 60_000, interval: 200 }

test('two installations witness each other, and one that was rolled back, or went on from there, is refused and told so', async () => {
  const [acme, globex] = [await newInstallation('acme'), await newInstallation('globex')]
  const [ofAcme, ofGlobex] = await Promise.all([
    startWitness('globex.example', acme),
    startWitness('acme.example', globex),
  ])
  const named = { SEALANE_WITNESSES: ofAcme.named }
  for (const one of [acme, globex])
    await runHere(['organizations', 'create', '--slug', one.slug, '--name', one.slug], one.settings)
  for (const one of [acme, globex]) await work(one, 'first')
  const server = await start(acme, named)
  await start(globex, { SEALANE_WITNESSES: ofGlobex.named })
  for (const one of [acme, globex]) await expect.poll(() => isWitnessed(one, 1), within).toBe(true)
  const [{ size } = { size: 0 }] = await sizesOf(acme)
  await server.end()
  const earlier = { ...acme, ...(await copyOf(acme)) }
  await work(acme, 'second', 'third')
  await start(acme, named)
  await expect.poll(() => isWitnessed(acme, size + 2), within).toBe(true)
  const audit = (one: Installation) => runHere(['audit'], { ...one.settings, ...named })
  expect(await audit(acme)).toMatchObject({ code: 0 })
  expect(await audit(earlier)).toMatchObject({
    code: 1,
    out: expect.stringContaining('was rolled back: the witness globex.example has seen'),
  })
  await work(earlier, 'other', 'another', 'one more')
  // In a process of its own, because it is the same installation a second time.
  const again = await startServerForTest(earlier.home, { ...earlier.settings, ...named, PORT: '0' })
  await expect.poll(async () => (await sizesOf(earlier))[0]?.size, within).toBeGreaterThan(size + 2)
  await again.end('SIGTERM')
  expect(await audit(earlier)).toMatchObject({ code: 1, out: expect.stringContaining('was rebuilt') })
})

async function copyOf({ url, settings }: Installation) {
  const copy = await createDatabase(new URL(url).pathname.slice(1))
  return { url: copy, settings: { ...settings, DATABASE_URL: copy } }
}

test('two of three witnesses are enough where the quorum is two, one is not, and what waits goes on when the second is back', async () => {
  const acme = await newInstallation('acme')
  const [one, two] = await Promise.all([startWitness('one.example', acme), startWitness('two.example', acme)])
  const away = `${writeWitnessKey({ ...newKey(), name: 'away.example' })} http://127.0.0.1:9`
  const three = { SEALANE_WITNESSES: [one.named, two.named, away].join(','), SEALANE_WITNESS_QUORUM: '2' }
  await runHere(['organizations', 'create', '--slug', 'acme', '--name', 'acme'], acme.settings)
  await work(acme, 'first')
  await start(acme, three)
  await expect.poll(() => isWitnessed(acme, 1), within).toBe(true)
  const [{ size } = { size: 0 }] = await sizesOf(acme)
  await two.end('SIGTERM')
  await work(acme, 'second')
  await expect.poll(async () => (await sizesOf(acme))[0]?.size, within).toBeGreaterThan(size)
  expect(await isWitnessed(acme, size + 1)).toBe(false)
  await two.isBack()
  await expect.poll(() => isWitnessed(acme, size + 1), within).toBe(true)
})

function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { privateKey, publicKey: rawPublicKey(publicKey) }
}
