import { openPresence } from './presence.ts'

// A process of its own, in which no timer is another's: prints those that an ended worker leaves.
const presence = await openPresence(process.argv[2] ?? '', 'some_channel', () => {})
await presence.close()
process.stdout.write(JSON.stringify(process.getActiveResourcesInfo().filter((name) => name === 'Timeout')))
