import { readConfig } from '../../src/config.ts'
import { readCredentials } from '../../src/demo/organization.ts'
import { openBrowser, phone } from '../support/browser.ts'
import { startReceiver } from '../support/receiver.ts'
import { playJourney } from './journey.ts'
import { playSeveral } from './several.ts'

// `npm run demo`: the whole journey against the server that runs here, printed step by step.
const credentials = await readCredentials(readConfig().home)
const reached = credentials && (await fetch(`${credentials.base_url}/ready`).catch(() => null))
if (!credentials || !reached?.ok) {
  process.stderr.write('No running server with the demo organization was found. Start one with: npm start\n')
  process.exit(1)
}
let number = 0
const say = (step: string) => process.stdout.write(`${String(++number).padStart(2)}  ${step}\n`)
const browser = await openBrowser()
// The first delivery is refused, to see its retry.
await using receiver = await startReceiver((_request, response, count) =>
  response.writeHead(count === 1 ? 503 : 204).end(),
)
try {
  const context = await browser.newContext({ viewport: phone })
  await playJourney({ credentials, context, receiver, say })
  await playSeveral({ credentials, context, say })
  process.stdout.write('\nThe whole journey is as it should be.\n')
} catch (error) {
  process.stderr.write(`\nNot as it should be: ${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
} finally {
  await browser.close()
}
