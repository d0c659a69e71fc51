import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findFaults } from '../support/accessibility.ts'
import { desktop, openContext, phone } from '../support/browser.ts'
import { startReceiver } from '../support/receiver.ts'
import { copyUsedHome, shareServerHome } from '../support/server-home.ts'
import { type ServerProcess, startServer } from '../support/server-process.ts'
import { playJourney } from './journey.ts'
import { playSeveral } from './several.ts'

const home = shareServerHome()
let server: ServerProcess
beforeAll(async () => {
  await copyUsedHome(home)
  server = await startServer(home)
})
afterAll(() => server.end('SIGTERM'))

// The journeys run on one server at the same time, and mostly wait for it. Each is late when a core is busy.
const timeout = 180_000

test.concurrent.for([
  ['phone', 'en', phone],
  ['desktop', 'fr', desktop],
] as const)(
  'the whole journey works on a %s in %s, without an accessibility fault on any page',
  { timeout },
  async ([_name, language, viewport], { onTestFinished }) => {
    const credentials = JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
    await using receiver = await startReceiver((_request, response, count) =>
      response.writeHead(count === 1 ? 503 : 204).end(),
    )
    const context = await openContext({ viewport, locale: language })
    onTestFinished(() => context.close())
    const faults: string[] = []
    const { pdf } = await playJourney({
      credentials,
      context,
      receiver,
      say: () => {},
      language,
      async atPage(page, name) {
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        faults.push(...(await findFaults(page)).map((fault) => `${name}: ${fault}`))
      },
    })
    expect(pdf.length).toBeGreaterThan(10_000)
    expect(faults).toEqual([])
  },
)

test.concurrent('two people sign a PDF one after another, and get its finished document', { timeout }, async (at) => {
  const credentials = JSON.parse(await readFile(join(home, 'credentials.json'), 'utf8'))
  const context = await openContext({ viewport: phone })
  at.onTestFinished(() => context.close())
  const steps: string[] = []
  const { pdf } = await playSeveral({ credentials, context, say: (step) => void steps.push(step) })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(steps).toContain('The landlord waits until the tenant has signed')
})
