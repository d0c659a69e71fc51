import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client } from 'pg'
import { parseId } from '../src/core/ids.ts'
import { findRunningPostgres } from '../src/postgres/index.ts'
import { startServer } from '../test/support/server-process.ts'
import { fetching, newVisitor } from '../test/support/visitor.ts'
import { type Case, percentile } from './result.ts'

const ceremoniesPerMinute = Number(process.env.BENCH_PER_MINUTE ?? 200)
const minutes = Number(process.env.BENCH_MINUTES ?? 1)
const documents = 10
const roles = ['tenant', 'landlord', 'guarantor', 'agent', 'witness']

/**
 * Measures signing against a server in another process: every page of ceremonies that begin at a steady rate, beside an
 * empty request. Then the time from the last signature of five to the seal of 10 pages, beside the last page of that
 * signer, and beside the same without the second wait for the log.
 */
export async function run(): Promise<Case[]> {
  const home = await mkdtemp(join(tmpdir(), 'sealane-signing-'))
  const server = await startServer(home, { PORT: '0', LOG_LEVEL: 'error', TRUSTED_PROXIES: '127.0.0.1,::1' })
  try {
    const { api_key } = JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
    const call = newCaller(server.url, api_key)
    const short = await publish(call, 'Between us and {{tenant_name}}. {{tenant_signature}}', ['tenant'])
    await sign(server.url, short, [])
    const pages: number[] = []
    const floor: number[] = []
    await keepSigning(server.url, short, { pages, floor })
    const long = await publish(call, tenPages(), roles)
    const times: SealTimes = { sealed: [], last: [], waits: [] }
    const database = new Client({ connectionString: (await findRunningPostgres(home)) ?? '' })
    await database.connect()
    for (let n = 0; n < documents; n++) await finishOne(call, server.url, long, { times, database })
    await database.end()
    const { sealed, last, waits } = times
    console.log(
      `${pages.length} pages, p50 ${percentile(pages, 50).toFixed(1)} ms, p95 ${percentile(pages, 95).toFixed(1)} ms (goal 150 ms)`,
      `\nto the seal, p50 ${percentile(sealed, 50).toFixed(0)} ms, p95 ${percentile(sealed, 95).toFixed(0)} ms`,
      `\nof it the log is waited for with the pages, p50 ${percentile(waits, 50).toFixed(0)} ms, p95 ${percentile(waits, 95).toFixed(0)} ms`,
    )
    return [
      {
        case: `a page at ${ceremoniesPerMinute} ceremonies a minute, /health`,
        ours: pages,
        peer: floor,
        unit: 'ms',
        better: 'lower',
      },
      {
        case: '10 pages and 5 signers until sealed, the last page',
        ours: sealed,
        peer: last,
        unit: 'ms',
        better: 'lower',
      },
      {
        case: '10 pages and 5 signers until sealed, without the wait until the log has the pages',
        ours: sealed,
        peer: sealed.map((ms, at) => ms - (waits[at] ?? 0)),
        unit: 'ms',
        better: 'lower',
      },
    ]
  } finally {
    await server.end('SIGTERM')
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** `waits` has the times until the log had the row `document.prepared`. */
type SealTimes = { sealed: number[]; last: number[]; waits: number[] }
type Call = (method: string, path: string, body?: object) => Promise<Record<string, unknown>>

function newCaller(url: string, key: string): Call {
  return async (method, path, body) => {
    const headers = { 'x-api-key': key, ...(body && { 'content-type': 'application/json' }) }
    const reply = await fetch(`${url}/v2${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
    if (!reply.ok) throw new Error(`${method} ${path} was answered with ${reply.status}: ${await reply.text()}`)
    return Object(await reply.json())
  }
}

/** Publishes an agreement with a name and a signature of each role. Returns the id of its link. */
async function publish(call: Call, source: string, keys: readonly string[]): Promise<string> {
  const fields = keys.flatMap((role) => [
    { key: `${role}_name`, type: 'text', role, label: 'Name', required: true },
    { key: `${role}_signature`, type: 'signature', role, label: 'Signature', required: true },
  ])
  const signer_roles = keys.map((key) => ({ key, name: key }))
  const agreement = await call('POST', '/agreements', { title: 'Lease', source, fields, signer_roles })
  const link = await call('POST', '/agreement-links', { agreement_id: agreement.agreement_id })
  return String(link.agreement_link_id)
}

function tenPages(): string {
  const paragraph =
    'The tenant keeps the flat in good order and returns it as it was received, wear by use excepted. '.repeat(8)
  const places = roles.map((role) => `{{${role}_name}} {{${role}_signature}}`).join('\n\n')
  return `${Array.from({ length: 40 }, (_, at) => `## Article ${at + 1}\n\n${paragraph}`).join('\n\n')}\n\n${places}`
}

async function keepSigning(url: string, link: string, times: { pages: number[]; floor: number[] }): Promise<void> {
  const count = Math.round(ceremoniesPerMinute * minutes)
  const running: Promise<void>[] = []
  for (let n = 0; n < count; n++) {
    running.push(
      sign(url, link, times.pages),
      clock(times.floor, () => fetch(`${url}/health`).then((reply) => reply.text())).then(() => {}),
    )
    await pause(60_000 / ceremoniesPerMinute)
  }
  await Promise.all(running)
}

/** One ceremony, with the time of each page. */
async function sign(url: string, link: string, pages: number[]): Promise<void> {
  const visitor = newVisitor(fetching(url), `/agree/${link}/`)
  const from = nextAddress()
  const identity = { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' }
  await clock(pages, () => visitor.get('', from))
  await clock(pages, () => visitor.post('identify', identity, from))
  const { status } = await clock(pages, () => visitor.post('sign', signatureOf('tenant'), from))
  if (status >= 400) throw new Error(`Signing was answered with ${status}.`)
}

let come = 0

/** Every signer comes from an address of their own, as many people do. */
function nextAddress(): Record<string, string> {
  come += 1
  return { 'x-forwarded-for': `10.0.${Math.floor(come / 250)}.${(come % 250) + 1}`, 'x-forwarded-proto': 'https' }
}

function signatureOf(role: string): Record<string, string> {
  return { [`field.${role}_name`]: 'Robin', signature_method: 'typed', signature_text: 'Robin' }
}

async function finishOne(
  call: Call,
  url: string,
  link: string,
  { times, database }: { times: SealTimes; database: Client },
): Promise<void> {
  const signers = roles.map((role) => ({ role, name: role, email: `${role}@example.com`, delivery: 'link' }))
  const made = await call('POST', '/submissions', { agreement_link_id: link, signers })
  const ways = Object(made).signers.map(({ signing_url }: { signing_url: string }) => new URL(signing_url).pathname)
  for (const [at, way] of ways.entries()) {
    const visitor = newVisitor(fetching(url), way)
    await visitor.get()
    await visitor.post('identify', {
      name: roles[at] ?? '',
      email: `${roles[at]}@example.com`,
      electronic_records: 'true',
    })
    const act = () => visitor.post('sign', signatureOf(roles[at] ?? ''))
    if (at < ways.length - 1) await act()
    else await clock(times.last, act)
  }
  const start = performance.now()
  const since = await watchSeal(database, String(made.submission_id))
  times.sealed.push(since.completed - start)
  times.waits.push(since.logged - since.prepared)
}

const steps = ['prepared', 'logged', 'completed'] as const

/** The time when each step of a seal was first seen, by looking every few milliseconds. */
async function watchSeal(database: Client, submission: string): Promise<Record<(typeof steps)[number], number>> {
  const seen = { prepared: 0, logged: 0, completed: 0 }
  const text = `
    select row.id is not null as prepared, leaf.leaf is not null as logged, completed_at is not null as completed
    from submissions left join audit_events row on row.chain = submissions.id and row.action = 'document.prepared'
      left join evidence_leaves leaf on leaf.audit_event_id = row.id
    where submissions.id = $1`
  while (seen.completed === 0) {
    const { rows } = await database.query(text, [parseId('submission', submission)])
    for (const step of steps) if (rows[0]?.[step] && seen[step] === 0) seen[step] = performance.now()
    await pause(2)
  }
  return seen
}

async function clock<T>(into: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const done = await work()
  into.push(performance.now() - start)
  return done
}
