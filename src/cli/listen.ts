import type { KeyObject } from 'node:crypto'
import { parseArgs } from 'node:util'
import { request } from 'undici'
import { readConfig } from '../config.ts'
import { eventTypes } from '../core/events.ts'
import { parseId } from '../core/ids.ts'
import { formatSecret, headersOf, newSecret, readSecret } from '../core/webhooks/index.ts'
import { readCredentials } from '../demo/organization.ts'
import { type FollowedEvent, followServer, type Source } from './follow.ts'
import { type Command, UsageError } from './index.ts'

const options = {
  'forward-to': { type: 'string' },
  events: { type: 'string' },
  url: { type: 'string' },
  key: { type: 'string' },
  secret: { type: 'string' },
} as const
const deadlineMs = 15_000

export const command: Command = {
  usage: `listen --forward-to <url> [--events <type>,<type>…] [--url <server>] [--key <API key>] [--secret whsec_…]
       Server and key come from credentials.json of the home unless given. Each event is sent once; nothing is retried.`,
  async run(args) {
    const { values } = parseArgs({ args, options })
    const destination = readDestination(values['forward-to'])
    const secret = values.secret ?? formatSecret(newSecret())
    const key = readSecret(secret)
    if (!key) throw new UsageError('--secret takes whsec_ and 24 to 64 bytes in base64.')
    const source = await readSource(values)
    const stopped = new AbortController()
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort())
    const say = (line: string) => void process.stdout.write(`${line}\n`)
    const onReady = () => say(`Listening at ${source.url}, forwarding to ${destination}\nSigning secret ${secret}\n`)
    let sequence = 0
    for await (const event of followServer(source, { signal: stopped.signal, onReady, onTrouble: say })) {
      sequence += 1
      say(await forward(event, { destination, key, sequence, signal: stopped.signal }))
    }
    return 0
  },
}

type Forwarding = { destination: string; key: KeyObject; sequence: number; signal: AbortSignal }

/** Sends one event like a delivery, and prints the result as a line. */
async function forward(event: FollowedEvent, { destination, key, sequence, signal }: Forwarding): Promise<string> {
  const now = new Date()
  const id = parseId('event', event.event_id) ?? ''
  const body = Buffer.from(event.body)
  const delivery = { webhookId: null, event: { id, isTest: event.is_test }, sequence, body }
  const headers = headersOf({ symmetric: [key] }, delivery, now)
  const started = performance.now()
  const line = (outcome: string) =>
    `${now.toISOString()}  ${event.event_type}  ${event.event_id}  ${outcome}  ${Math.round(performance.now() - started)} ms`
  try {
    const ended = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)])
    const answer = await request(destination, { method: 'POST', headers, body, signal: ended })
    await answer.body.dump()
    return line(String(answer.statusCode))
  } catch (error) {
    return line(error instanceof Error && 'code' in error ? String(error.code) : 'failed')
  }
}

async function readSource({ url, key, events }: { url?: string; key?: string; events?: string }): Promise<Source> {
  const known = url && key ? null : await readCredentials(readConfig().home)
  const from = url ?? known?.base_url
  const apiKey = key ?? known?.api_key
  if (!from || !apiKey) throw new UsageError('Say which server and which key: --url <server> --key <API key>.')
  if (!URL.canParse(from)) throw new UsageError('--url takes an address like https://api.example.com.')
  const types = events?.split(',').map((type) => type.trim()) ?? []
  const unknown = types.find((type) => !eventTypes.some((known) => known === type))
  if (unknown !== undefined) throw new UsageError(`--events takes some of ${eventTypes.join(', ')}, not "${unknown}".`)
  return { url: from.replace(/\/+(v2\/*)?$/, ''), key: apiKey, types }
}

function readDestination(text: string | undefined): string {
  if (!text) throw new UsageError('Say where to: --forward-to http://localhost:4000/hook.')
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new UsageError('--forward-to takes an address like http://localhost:4000/hook.')
  return text
}
