import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { newIdentity } from '../../../src/adapters/seal/stage.fixture.ts'
import { rawPublicKey, readNote, signNote } from '../../../src/core/evidence/note.ts'
import { restoreOrganization } from './copy.ts'
import {
  announceAnew,
  chainAnew,
  changeEvidence,
  keptProof,
  logAnew,
  proveAtEnd,
  replaceDocument,
  retellHash,
  sealAnew,
} from './forge.ts'
import { type Given, run, type World } from './world.ts'

type Way = (world: World) => Promise<unknown>

const viewed = ({ first }: World) => `organization_id = $org and chain = '${first.id}' and action = 'agreement.viewed'`
const delayView = (world: World) =>
  chainAnew(world, world.first.id, (row) =>
    row.action === 'agreement.viewed' ? { ...row, occurred_at: new Date(row.occurred_at.getTime() + 1_000) } : row,
  )
const signer = ({ first }: World) => `organization_id = $org and submission_id = '${first.id}'`

/**
 * The acts of a person with the whole database, and with the keys where the words say so. The words are those of
 * docs/evidence.md.
 */
export const ways: Readonly<Record<string, Way>> = {
  'changes a row of a trail': (world) =>
    run(world, `update audit_events set occurred_at = occurred_at + interval '1 hour' where ${viewed(world)}`),
  'takes a row out of a trail': (world) => run(world, `delete from audit_events where ${viewed(world)}`),
  'swaps two rows of a trail': async (world) => {
    for (const [from, to] of [
      [2, 999],
      [3, 2],
      [999, 3],
    ])
      await run(
        world,
        `update audit_events set sequence = ${to} where chain = '${world.first.id}' and sequence = ${from}`,
      )
  },
  'puts a row into a trail, and builds its chain anew': async (world) => {
    await run(
      world,
      `update audit_events set sequence = sequence + 1000 where chain = '${world.first.id}' and sequence > 2;
       update audit_events set sequence = sequence - 999 where chain = '${world.first.id}' and sequence > 1000;
       insert into audit_events (organization_id, id, chain, sequence, action, actor, subject_type, subject_id, data,
         occurred_at, previous_hash, hash) select organization_id, '${randomUUID()}', chain, 3, action, actor,
         subject_type, subject_id, data, occurred_at, previous_hash, hash from audit_events where ${viewed(world)}`,
    )
    await chainAnew(world, world.first.id, (row) => row)
  },
  'changes a row, and builds its chain anew': delayView,
  'does so, and changes the event that has announced its head': async (world) => {
    await delayView(world)
    await announceAnew(world, world.first.id)
  },
  'changes a tile of the log': (world) =>
    run(
      world,
      `update evidence_tiles set hashes = set_byte(hashes, 40, get_byte(hashes, 40) # 1) where organization_id = $org`,
    ),
  'puts an older head of the log in the place of its head': async (world) => {
    const { checkpoint } = JSON.parse(Buffer.from(world.first.evidence).toString()).trail
    const [, size, root] = String(checkpoint).split('\n')
    await sql`update evidence_logs set size = ${Number(size)}, root = decode(${root}, 'base64'),
      checkpoint = ${checkpoint} where organization_id = ${world.ctx.organizationId}`.execute(world.ctx.db)
  },
  'signs the head of the log with a key of their own': (world) => signWithOwnKey(world),
  'does so, and puts that key among those of the installation': (world) =>
    signWithOwnKey(world, async (publicKey) => {
      await sql`insert into evidence_keys (id, public_key, private_key, created_at, retired_at)
        values (${randomUUID()}, ${publicKey}, ${randomBytes(80)}, '2026-01-01', now())`.execute(world.ctx.db)
    }),
  'puts a root of their own among those of the installation, and seals a document anew under it, with its trail and log':
    async (world) => {
      const { chain, key } = await newIdentity('seal', 'ec-p256', new Date(Date.now() - 60_000))
      const root = Buffer.from(chain.at(-1) ?? [])
      await sql`insert into seal_certificates (id, purpose, is_root, certificate, private_key, expires_at, created_at)
      values (${randomUUID()}, 'seal', true, ${root}, ${randomBytes(80)}, now() + interval '1 year', now())`.execute(
        world.ctx.db,
      )
      await sealAnew(world, world.first, { key, chain, crls: [] })
      await logAnew(world)
    },
  'changes when somebody signed': (world) =>
    run(world, `update signers set signed_at = signed_at - interval '1 day' where ${signer(world)}`),
  'changes a drawn or typed signature': (world) =>
    run(world, `update signers set mark = decode('01', 'hex') where ${signer(world)}`),
  'takes away what somebody has filled in': (world) =>
    run(world, `delete from field_values where ${signer(world)} and field_key = 'name'`),
  'changes what somebody has consented to': (world) =>
    run(world, `update consents set kind = 'biometrics' where organization_id = $org`),
  'changes the bytes of a document': (world) =>
    run(world, `update document_contents set bytes = decode('00', 'hex') where organization_id = $org`),
  'takes a document away': (world) => run(world, `delete from documents where submission_id = '${world.first.id}'`),
  'puts one document in the place of another': (world) =>
    run(
      world,
      `delete from documents where submission_id = '${world.second.id}';
       update documents set submission_id = '${world.second.id}' where submission_id = '${world.first.id}'`,
    ),
  'with our keys: seals other pages over the evidence of a document': ({ first, second, ...world }) =>
    replaceDocument({ first, second, ...world }, first.id, { pdf: second.pdf, evidence: first.evidence }),
  'does so, and tells the new hash in trail, chain and event': async (world) => {
    const { first, second } = world
    const changed = { pdf: second.pdf, evidence: first.evidence }
    await retellHash(world, first.id, await replaceDocument(world, first.id, changed))
  },
  'does so, with the proof of the pages that were there': async (world) => {
    const { first, second } = world
    const changed = { pdf: second.pdf, evidence: first.evidence, prove: keptProof(world) }
    await retellHash(world, first.id, await replaceDocument(world, first.id, changed))
  },
  'with our keys: seals other evidence, and tells the new hash in trail, chain and event': async (world) => {
    const { first } = world
    const changed = { pdf: first.pdf, evidence: changeEvidence(first) }
    await retellHash(world, first.id, await replaceDocument(world, first.id, changed))
  },
  'puts the whole database of an earlier day in the place of today’s': ({ ctx, earlier }) =>
    restoreOrganization(ctx.db, ctx.organizationId, earlier),
  'changes a row, its chain and its event, and lets the log be built anew': async (world) => {
    await delayView(world)
    await announceAnew(world, world.first.id)
    await logAnew(world)
  },
  'with our keys: does so, and seals all documents anew': async (world) => {
    await delayView(world)
    for (const given of [world.first, world.second] satisfies Given[]) await sealAnew(world, given)
    await logAnew(world)
  },
  // The witness remembers the head of this log, so this way comes last.
  'logs the other pages at the end of the trail, and seals them with that proof': async (world) => {
    const { first, second } = world
    const prove = proveAtEnd(world, first.id, first.evidence)
    const changed = { pdf: second.pdf, evidence: first.evidence, prove }
    await retellHash(world, first.id, await replaceDocument(world, first.id, changed))
  },
}

/** Signs the newest head with another key. `name` may put that key among the installation's keys. */
async function signWithOwnKey({ ctx }: World, name = async (_publicKey: Buffer) => {}): Promise<void> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const { rows } = await sql<{ origin: string; checkpoint: string }>`select origin, checkpoint from evidence_logs
    where organization_id = ${ctx.organizationId}`.execute(ctx.db)
  const { origin = '', checkpoint = '' } = rows[0] ?? {}
  const signed = signNote(readNote(checkpoint).text, { name: origin, privateKey, publicKey: rawPublicKey(publicKey) })
  await sql`update evidence_logs set checkpoint = ${signed}
    where organization_id = ${ctx.organizationId}`.execute(ctx.db)
  await name(rawPublicKey(publicKey))
}
