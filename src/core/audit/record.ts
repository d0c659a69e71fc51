import { lockUntilCommit, type ShapedQuery, send, sendLater, sendOne } from '../../db/index.ts'
import { type Context, nameActor } from '../context.ts'
import { type Id, newId } from '../ids.ts'
import { openPersonKey } from '../people/index.ts'
import { markAddress } from './address.ts'
import { commitTo, newOpening, type Openings, putMembers } from './commitment.ts'
import { type AuditRow, hashRow } from './hash.ts'

const genesis = Buffer.alloc(32)

type AuditEntry = {
  action: string
  subject: { type: string; id: Id }
  /** The trail of the row: a submission's own, or the organization's by default. */
  chain?: Id
  data?: Record<string, unknown>
  /**
   * Personal members of `data`, and the person they belong to. The row has commitments to them. A name with a dot
   * (`fields.city`) is a member of a member. The address and browser of a signer or visitor are personal too.
   */
  person?: Id
  personal?: Record<string, unknown>
}

/** The number of rows in a chain, and the hash of the last one. */
type End = { length: number; head: Buffer }

/**
 * Appends a row to a hash-chained trail in the caller's transaction, and returns the new end. Appends to one chain run
 * one after another, so a chain never forks.
 * Throws outside of a transaction, and `subject_erased` for personal data of an erased person.
 */
export async function recordAudit(ctx: Context, entry: AuditEntry): Promise<End> {
  const chain = entry.chain ?? ctx.organizationId
  await lockChain(ctx, chain)
  const [end] = await sendOne(ctx.db, shapeEnd(ctx, chain))
  return append(ctx, { ...entry, chain }, end)
}

/**
 * Runs a statement and appends the entry that `describe` makes of its rows to the organization's trail. Saves a round
 * trip over recordAudit. An error of `describe` rolls the change back. Throws outside of a transaction.
 */
export async function runAudited<O>(
  ctx: Context,
  change: ShapedQuery<O>,
  describe: (rows: O[]) => Omit<AuditEntry, 'chain'>,
): Promise<O[]> {
  const chain = ctx.organizationId
  await lockChain(ctx, chain)
  const [rows, [end]] = await send(ctx.db, change, shapeEnd(ctx, chain))
  await append(ctx, { ...describe(rows), chain }, end)
  return rows
}

async function lockChain(ctx: Context, chain: Id): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('An entry of the audit trail outside a transaction.')
  await lockUntilCommit(ctx.db, chain)
}

function shapeEnd(ctx: Context, chain: Id): ShapedQuery<End> {
  const build = () =>
    ctx.db
      .selectFrom('audit_chains')
      .select(['length', 'head'])
      .where('organization_id', '=', ctx.organizationId)
      .where('chain', '=', chain)
  return { owner: shapeEnd, shape: 'end', name: 'audit_end', values: [ctx.organizationId, chain], build }
}

/**
 * Begins the trails of things that this transaction has made, with one entry each. Throws outside of a transaction.
 */
export async function beginTrails(ctx: Context, entries: readonly (AuditEntry & { chain: Id })[]): Promise<void> {
  if (!ctx.db.isTransaction) throw new Error('An entry of the audit trail outside a transaction.')
  const rows: Awaited<ReturnType<typeof makeRow>>[] = []
  for (const entry of entries) rows.push(await makeRow(ctx, entry, undefined))
  const ends = rows.map(({ organization_id, chain, sequence, hash }) => ({
    organization_id,
    chain,
    length: sequence,
    head: hash,
  }))
  await ctx.db.insertInto('audit_events').values(rows).execute()
  await ctx.db.insertInto('audit_chains').values(ends).execute()
}

async function append(ctx: Context, entry: AuditEntry & { chain: Id }, end: End | undefined): Promise<End> {
  const values = await makeRow(ctx, entry, end)
  const build = () => ctx.db.insertInto('audit_events').values(values)
  await sendLater(ctx.db, {
    owner: append,
    shape: 'insert',
    name: 'append_audit',
    values: Object.values(values),
    build,
  })
  const moved = { length: values.sequence, head: values.hash }
  await moveEnd(ctx, entry.chain, moved)
  return moved
}

// The row of an entry after the given end, or the first row of its trail.
async function makeRow(ctx: Context, entry: AuditEntry & { chain: Id }, end: End | undefined) {
  const id = newId()
  const { told, personal } = await sealPersonal(ctx, id, entry)
  const address = isOriginKept(ctx, entry) ? (ctx.origin?.ipAddress ?? null) : null
  const row: AuditRow = {
    chain: entry.chain,
    sequence: (end?.length ?? 0) + 1,
    action: entry.action,
    actor: told.actor,
    subject_type: entry.subject.type,
    subject_id: entry.subject.id,
    data: told.data,
    occurred_at: ctx.now,
  }
  const previous = end?.head ?? genesis
  const hash = hashRow(previous, row)
  return {
    ...row,
    organization_id: ctx.organizationId,
    id,
    actor: JSON.stringify(row.actor),
    data: JSON.stringify(row.data),
    person_id: personal ? (entry.person ?? null) : null,
    personal,
    address_mark: address === null ? null : markAddress(ctx, address),
    previous_hash: previous,
    hash,
  }
}

async function moveEnd(ctx: Context, chain: Id, { length, head }: End): Promise<void> {
  const values = { organization_id: ctx.organizationId, chain, length, head }
  const build = () =>
    ctx.db
      .insertInto('audit_chains')
      .values(values)
      .onConflict((conflict) =>
        conflict.columns(['organization_id', 'chain']).doUpdateSet((set) => ({
          length: set.ref('excluded.length'),
          head: set.ref('excluded.head'),
        })),
      )
  await sendLater(ctx.db, {
    owner: moveEnd,
    shape: 'upsert',
    name: 'move_audit_end',
    values: Object.values(values),
    build,
  })
}

/** Replaces the personal members with commitments, and seals the openings with the person's key. */
async function sealPersonal(ctx: Context, id: Id, entry: AuditEntry) {
  const { data = {}, personal = {}, person } = entry
  const { actor, origin } = describeActor(ctx)
  const values = person === undefined ? {} : origin
  const openings: Openings = Object.fromEntries([
    ...Object.entries(values).map(([name, value]) => [`actor.${name}`, newOpening(value)]),
    ...Object.entries(personal).map(([name, value]) => [`data.${name}`, newOpening(value)]),
  ])
  const told = putMembers({ actor, data }, openings, commitTo)
  if (Object.keys(openings).length === 0) return { told, personal: null }
  if (person === undefined) throw new Error(`The entry ${entry.action} has personal data without a person.`)
  const key = await openPersonKey(ctx, person)
  return { told, personal: key.seal(`audit:${id}`, openings) }
}

/**
 * Whether a row stores the address and the browser. The origin of a signer or visitor is stored only with a person in
 * the row.
 */
function isOriginKept({ actor }: Context, { person }: AuditEntry): boolean {
  return !isOutsider(actor) || person !== undefined
}

// People without an account.
function isOutsider({ kind }: Context['actor']): boolean {
  return kind === 'signer' || kind === 'visitor'
}

/**
 * The actor of a row. Address and browser of a signer or visitor are personal. They are dropped when the entry names no
 * person.
 */
function describeActor({ actor, origin }: Context) {
  const who = nameActor(actor)
  if (!isOutsider(actor)) return { actor: { ...who, ...origin }, origin: {} }
  const { requestId = null, ipAddress, userAgent } = origin ?? {}
  const known = Object.entries({ ipAddress, userAgent }).filter(([, value]) => typeof value === 'string')
  return { actor: { ...who, ...(origin && { requestId }) }, origin: Object.fromEntries(known) }
}
