import assert from 'node:assert/strict'
import type { BrowserContext } from 'playwright-core'
import { onePage, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
import type { Credentials } from '../../src/demo/organization.ts'
import { openClient } from './api.ts'

type SeveralOptions = { credentials: Credentials; context: BrowserContext; say(step: string): void }

const patienceMs = 60_000
const line = (words: string, y: number) => `BT /F1 14 Tf 72 ${y} Td (${words}) Tj ET`
const lease = [line('Lease of a flat', 700), line('{{signature:tenant}}', 560), line('{{signature:landlord}}', 460)]

/**
 * A PDF that two people sign one after another. Its words in braces become fields, each person gets an invitation, the
 * second person waits for the first, and the finished document comes after both signatures.
 */
export async function playSeveral({ credentials, context, say }: SeveralOptions): Promise<{ pdf: Buffer }> {
  const client = openClient(credentials)
  const bytes = writePdf(onePage('/MediaBox [0 0 612 792]', lease.join('\n')))
  const { agreement_id, fields } = await client.createAgreement({
    title: 'Flat lease',
    file_upload: { name: 'lease.pdf', base64: bytes.toString('base64') },
    import_fields: true,
    signer_roles: [
      { key: 'tenant', name: 'Tenant', order: 1 },
      { key: 'landlord', name: 'Landlord', order: 2 },
    ],
    fields: [],
  })
  say(`Made an agreement of a PDF, whose words name ${fields.map(({ key }) => key).join(' and ')}`)
  const { agreement_link_id } = await client.createAgreementLink({ agreement_id })
  const { submission_id, signers } = await client.createSubmission({
    agreement_link_id,
    signers: [
      { role: 'tenant', name: 'Tim Tenant', email: 'tim@example.com' },
      { role: 'landlord', name: 'Lea Landlord', email: 'lea@example.com' },
    ],
  })
  const [first = '', second = ''] = signers.map(({ signing_url }) => signing_url ?? '')
  const page = await context.newPage()
  await page.goto(second)
  await page.getByRole('heading', { level: 1 }).waitFor()
  assert.equal(await page.getByRole('button', { name: 'Sign the agreement' }).count(), 0, 'the second one signs first')
  say('The landlord waits until the tenant has signed')
  for (const [address, name] of [
    [first, 'Tim Tenant'],
    [second, 'Lea Landlord'],
  ] as const) {
    await page.goto(address)
    await page.getByLabel('I agree to use electronic records and signatures').check()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.getByLabel('Type your full name as your signature').fill(name)
    await page.getByRole('button', { name: 'Sign the agreement' }).click()
    await page.getByRole('heading', { name: 'Thank you' }).waitFor()
    say(`${name} has read the pages and signed`)
  }
  const pdf = await finished(() => client.downloadDocument(submission_id))
  say(`The finished document of both has ${pdf.length} bytes`)
  return { pdf }
}

/** Waits for the document. */
async function finished(download: () => Promise<Uint8Array>): Promise<Buffer> {
  const end = Date.now() + patienceMs
  for (;;) {
    const bytes = await download().catch((error: unknown) => {
      if (Date.now() > end) throw error
      return null
    })
    if (bytes) return Buffer.from(bytes)
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}
