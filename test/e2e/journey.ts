import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import type { BrowserContext } from 'playwright-core'
import { Webhook } from 'standardwebhooks'
import { SealaneError, type Verification } from '../../clients/typescript/src/index.ts'
import { requireKind } from '../../src/core/verifications/index.ts'
import { demoAgreement } from '../../src/demo/agreement.ts'
import type { Credentials } from '../../src/demo/organization.ts'
import type { Received, Receiver } from '../support/receiver.ts'
import { askJsonApi, openClient } from './api.ts'
import { type CeremonyOptions, playCeremony } from './ceremony.ts'

const patienceMs = 60_000

type JourneyOptions = {
  credentials: Credentials
  context: BrowserContext
  receiver: Receiver
  say(step: string): void
  /** The language of the signer; English by default. */
  language?: CeremonyOptions['language']
  atPage?: CeremonyOptions['atPage']
}

/**
 * The main job from end to end: subscribes, publishes an agreement, signs it in a browser while verifications run, gets
 * webhooks, and reads the result in both dialects. Throws at the first fault.
 */
export async function playJourney(options: JourneyOptions): Promise<{ pdf: Buffer }> {
  const { credentials, context, receiver, say } = options
  const run = `run-${randomUUID()}`
  const client = openClient(credentials)
  const webhook = await client.createWebhook({ destination_url: receiver.url })
  say(`Subscribed ${webhook.webhook_id} to ${receiver.url}`)
  const link = await publish(credentials)
  say(`Published the agreement at ${link.url}`)
  const url = `${link.url}?internal_id=${run}&internal_age=30`
  const { pdf } = await playCeremony(context, {
    url,
    lastName: 'Clear',
    signature: 'drawn',
    ...(options.atPage ? { atPage: options.atPage } : {}),
    ...(options.language ? { language: options.language } : {}),
  })
  assert.equal(pdf.subarray(0, 5).toString(), '%PDF-', 'the download is not a PDF')
  say(`Read, consented, checked and signed in a browser; the PDF has ${pdf.length} bytes`)
  await hearOfIt(receiver, new Webhook(webhook.secret), run, say)
  const verification = await readInBothDialects(credentials, run, say)
  await deleteIt(credentials, verification.verification_id)
  say(`Deleted ${verification.verification_id}`)
  await client.deleteWebhook(webhook.webhook_id)
  return { pdf }
}

async function publish(credentials: Credentials): Promise<{ url: string }> {
  const { title, source, signerRoles, fields, requiredVerifications } = demoAgreement
  const client = openClient(credentials)
  const { agreement_id } = await client.createAgreement({
    title,
    source,
    signer_roles: signerRoles,
    fields: fields.map(({ maxLength, ...field }) => ({ ...field, ...(maxLength ? { max_length: maxLength } : {}) })),
    required_verifications: requiredVerifications.map((required) => {
      const { type, tier } = requireKind(required)
      return { verification_type: type, verification_tier: tier, role: required.role }
    }),
  })
  return client.createAgreementLink({ agreement_id })
}

/** Every step gives a webhook with a valid signature. The refused one comes again with the same id and bytes. */
async function hearOfIt(receiver: Receiver, webhook: Webhook, run: string, say: (step: string) => void): Promise<void> {
  for (const type of ['agreement.viewed', 'agreement.signed', 'agreement.completed', 'verification']) {
    const heard = await soon(
      type,
      receiver.find((request) => typeOf(request) === type && request.text.includes(run)),
    )
    webhook.verify(heard.text, heard.headers)
    say(`Heard ${type}, and its signature verifies`)
  }
  const [refused] = receiver.requests
  assert.ok(refused, 'nothing was received')
  const again = await soon(
    'the retry',
    receiver.find((request) => request !== refused && request.headers['webhook-id'] === refused.headers['webhook-id']),
  )
  assert.equal(again.text, refused.text, 'a retry must send the same bytes')
  say(`The delivery that was refused (${refused.headers['webhook-id']}) was tried again`)
}

async function readInBothDialects(
  credentials: Credentials,
  run: string,
  say: (step: string) => void,
): Promise<Verification> {
  const client = openClient(credentials)
  const verification_metadata = { internal_id: run, internal_age: '30' }
  const list = () => client.listVerifications({ verification_metadata })
  let page = await list()
  const deadline = Date.now() + patienceMs
  while (page.items.some((item) => item.status !== 'completed')) {
    assert.ok(
      Date.now() < deadline,
      `the checks are not completed: ${JSON.stringify(page.items.map((item) => item.status))}`,
    )
    await new Promise((resolve) => setTimeout(resolve, 250))
    page = await list()
  }
  assert.ok(page.total > 0, 'no verification has the metadata of the link')
  assert.deepEqual([...new Set(page.items.map((item) => item.result))], ['verified'])
  say(`${page.total} verifications with the link's metadata, all completed and verified`)
  const [first] = page.items
  assert.ok(first)
  const one = await client.getVerification(first.verification_id)
  const other = await askJsonApi<{ data: { type: string; id: string; attributes: Record<string, unknown> } }>(
    credentials,
    `/verifications/${first.verification_id}`,
  )
  assert.equal(other.data.type, 'verifications')
  assert.equal(other.data.id, one.verification_id)
  assert.equal(other.data.attributes.status, one.status)
  say('The same verification reads the same in REST and in JSON:API')
  return one
}

async function deleteIt(credentials: Credentials, id: string): Promise<void> {
  const client = openClient(credentials)
  const gone = await client.deleteVerification(id)
  assert.equal(gone.verification_id, id)
  assert.equal(typeof gone.event_datetime, 'number')
  const isMissing = (error: unknown) => error instanceof SealaneError && error.status === 404
  await assert.rejects(client.getVerification(id), isMissing)
}

async function soon<T>(what: string, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_resolve, reject) => {
    setTimeout(() => reject(new Error(`${what} was not heard of within ${patienceMs / 1000} s`)), patienceMs).unref()
  })
  return Promise.race([work, late])
}

function typeOf(request: Received): string {
  return String(JSON.parse(request.text).type)
}
