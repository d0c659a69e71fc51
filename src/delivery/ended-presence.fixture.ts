import { openPresence } from './presence.ts'

// Runs in a separate process, so that every timer is the worker's: prints the timers that an ended worker leaves.
const presence = await openPresence(process.argv[2] ?? '', 'some_channel', () => {})
await presence.close()
process.stdout.write(JSON.stringify(process.getActiveResourcesInfo().filter((name) => name === 'Timeout')))
