import { openDatabase } from '../../db/index.ts'
import { createVault } from '../vault.ts'
import { writeNumbers } from './numbers.fixture.ts'
import { runExport } from './run.ts'

/**
 * Writes some parts of an export, reports while it writes the next part, and waits to be killed. Its arguments are the
 * database URL, the organization, the export and the number of parts.
 */
const [url = '', organizationId = '', id = '', most = ''] = process.argv.slice(2)
const database = openDatabase({ url, maxConnections: 2 })
const vault = createVault(Buffer.alloc(32, 7))
const db = database.forOrganization(organizationId)
let parts = 0
const write: typeof writeNumbers = async (...asked) => {
  if (parts++ < Number(most)) return writeNumbers(...asked)
  console.log('in the midst')
  return new Promise(() => setTimeout(() => {}, 60_000))
}
await runExport(() => ({ db, organizationId, actor: { kind: 'system' }, now: new Date(), vault }), write, id)
