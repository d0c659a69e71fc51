import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Webhook as Judge } from 'standardwebhooks'
import { expect, onTestFinished, test } from 'vitest'
import { shareDeliveryDatabase } from '../support/delivery.ts'
import { type Received, type Receiver, startReceiver } from '../support/receiver.ts'
import { newServerHome, shareServerHome, startServerForTest } from '../support/server-home.ts'
import { startSealane } from '../support/server-process.ts'
import { runHere, startServerHere } from '../support/shell.ts'

const { database } = shareDeliveryDatabase()
// The demo organization is made once in a database. This home has its credentials.
const home = shareServerHome()

async function startBoth<Server extends { url: string }>(
  start: (...given: Parameters<typeof startServerHere>) => Promise<Server>,
  receiver: Receiver,
  args: string[] = [],
) {
  const environment = { SEALANE_HOME: home, DATABASE_URL: database().url }
  const server = await start(home, environment)
  const listener = startSealane(['listen', '--forward-to', receiver.url, ...args], { SEALANE_HOME: home })
  onTestFinished(async () => void (listener.child.exitCode === null && (await listener.end('SIGKILL'))))
  await listener.says('Signing secret')
  const trigger = (type: string) => runHere(['trigger', type, '--organization', 'acme'], environment)
  return { environment, server, listener, trigger }
}

test('a listener gets the body and headers of a webhook, signed by its own secret, and does not delay the server’s stop', async () => {
  await using hook = await startReceiver()
  await using local = await startReceiver()
  const { server, listener, trigger } = await startBoth(startServerHere, local)
  await createWebhook(server.url, hook.url)
  expect(JSON.parse((await trigger('agreement.completed')).out)).toMatchObject({ webhooks: 1 })
  const [[real], [forwarded]] = [await hook.received(1), await local.received(1)]
  expect(forwarded?.text).toBe(real?.text)
  expect(steady(forwarded)).toEqual(steady(real))
  const [secret = ''] = /whsec_\S+/.exec(listener.output()) ?? []
  expect(new Judge(secret).verify(forwarded?.text ?? '', forwarded?.headers ?? {})).toBeTruthy()
  await listener.says(`agreement.completed  ${forwarded?.headers['webhook-id']}  200`)
  // The listener now waits up to 20 s for the next event.
  const stopped = performance.now()
  const ends = [await server.end(), performance.now() - stopped < 15_000, await listener.end('SIGINT')]
  expect(ends).toEqual([0, true, 0])
})

test('events during an outage of the server are forwarded afterwards, and only those of the chosen types', async () => {
  await using local = await startReceiver()
  const { environment, server, listener, trigger } = await startBoth(startServerForTest, local, [
    '--events',
    'verification',
  ])
  await server.end('SIGKILL')
  await listener.says('does not answer')
  await trigger('agreement.viewed')
  const { id } = JSON.parse((await trigger('verification')).out)
  await startServerHere(home, { ...environment, PORT: new URL(server.url).port })
  const [first] = await local.received(1)
  expect(first?.headers['webhook-id']).toBe(id)
})

test.each([
  [[], 2, '--forward-to http://localhost:4000/hook'],
  [['--forward-to', 'x'], 2, '--forward-to takes'],
  [['--forward-to', 'http://localhost:1', '--url', 'http://localhost:1', '--key', 'k', '--events', 'x'], 2, 'not "x"'],
  [['--forward-to', 'http://localhost:1'], 2, '--url <server> --key <API key>'],
])('the mistake in listen %j is explained in one line', async (args, code, words) => {
  const result = await runHere(['listen', ...args], { SEALANE_HOME: await newServerHome() })
  expect([result.code, result.err]).toEqual([code, expect.stringContaining(words)])
  expect(result.err.trim().split('\n')).toHaveLength(1)
})

async function createWebhook(url: string, destination: string): Promise<void> {
  const { api_key } = JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
  const headers = { 'x-api-key': api_key, 'content-type': 'application/json' }
  const body = JSON.stringify({ destination_url: destination })
  expect((await fetch(`${url}/v2/webhooks`, { method: 'POST', headers, body })).status).toBe(200)
}

/** The headers that do not depend on the place and time. */
// The listener is no webhook, so it names none.
function steady(received: Received | undefined) {
  const { host, 'webhook-timestamp': at, 'webhook-signature': signature, ...rest } = received?.headers ?? {}
  const { 'webhook-endpoint-id': _, ...headers } = rest
  return { headers, signature: signature?.replace(/,.*/, ''), isTimed: Number(at) > 0, isLocal: host?.split(':')[0] }
}
