// A separate process that owns the server of a home, for tests that kill it: node own-postgres.ts <home>
import { startEmbeddedPostgres } from '../../src/postgres/index.ts'

const [home = ''] = process.argv.slice(2)
const { url, dataFolder } = await startEmbeddedPostgres({ home })
console.log(JSON.stringify({ url, dataFolder }))
process.stdin.resume() // stays until it is killed, or until the test ends
process.stdin.on('end', () => process.exit())
