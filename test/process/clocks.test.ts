import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createDatabase, newestShape } from '../support/database.ts'
import { newServerHome, startServerForTest } from '../support/server-home.ts'

const shiftClock = new URL('../support/shift-clock.mjs', import.meta.url).href
const masterKey = '22'.repeat(32)

type Event = { event_id: string; event_datetime: string }
type Batch = { events: Event[]; next: string }
type Reply = Batch & Event & { webhook_id: string }
type Node = { ask(method: 'GET' | 'POST', path: string, body?: object): Promise<Reply> }

/** Servers on one database, each in a process whose clock is off by the given time. */
async function startNodes(offsetsMs: number[]): Promise<Node[]> {
  const home = await newServerHome()
  const shared = { DATABASE_URL: await createDatabase(newestShape), SEALANE_MASTER_KEY: masterKey, SEALANE_HOME: home }
  const urls: string[] = []
  for (const offset of offsetsMs) {
    const clock = { NODE_OPTIONS: `--import ${shiftClock}`, TEST_CLOCK_OFFSET_MS: String(offset) }
    urls.push((await startServerForTest(home, { ...shared, ...clock })).url)
  }
  const { api_key } = JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
  const headers = { 'x-api-key': api_key, 'content-type': 'application/json' }
  return urls.map((url) => ({
    async ask(method: 'GET' | 'POST', path: string, body?: object) {
      const reply = await fetch(`${url}/v2${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
      if (!reply.ok) throw new Error(await reply.text())
      return (await reply.json()) as Reply
    },
  }))
}

/** All events after a cursor, a few at a time, each time from the next node. */
async function walk(nodes: Node[], cursor: string): Promise<Event[]> {
  const found: Event[] = []
  for (let [turn, after] = [0, cursor]; ; turn++) {
    const node = nodes[turn % nodes.length]
    const { events = [], next = '' } = (await node?.ask('GET', `/events?size=2&after=${after}`)) ?? {}
    if (events.length === 0) return found
    found.push(...events)
    after = next
  }
}

test('with clocks 30 s ahead and behind, both servers show every event in order, and no cursor misses one', async () => {
  const [ahead, behind] = await startNodes([30_000, -30_000])
  if (!ahead || !behind) throw new Error('Two servers were started.')
  const { webhook_id } = await ahead.ask('POST', '/webhooks', {
    destination_url: 'http://127.0.0.1:9',
  })
  const { next: start } = await behind.ask('GET', '/events')
  const made: string[] = []
  const followers = [ahead, behind].map((node) => ({ node, next: start, heard: [] as string[] }))
  for (const node of [ahead, behind, behind, ahead, ahead, behind, ahead]) {
    made.push((await node.ask('POST', `/webhooks/${webhook_id}/test`)).event_id)
    for (const follower of followers) {
      const { events, next } = await follower.node.ask('GET', `/events?after=${follower.next}`)
      follower.heard.push(...events.map(({ event_id }) => event_id))
      follower.next = next
    }
  }
  expect(followers.map(({ heard }) => heard)).toEqual([made, made])
  const all = await walk([ahead, behind], start)
  expect(all.map(({ event_id }) => event_id)).toEqual(made)
  const times = all.map(({ event_datetime }) => Date.parse(`${event_datetime}Z`))
  expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(50_000)
})
