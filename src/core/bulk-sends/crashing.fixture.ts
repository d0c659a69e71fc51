import { openDatabase } from '../../db/index.ts'
import { createVault } from '../vault.ts'
import { runBulkSend } from './run.ts'

/** Makes the submissions of a bulk send, over the database and for the organization that its arguments name, until it is killed. */
const [url = '', organizationId = '', id = ''] = process.argv.slice(2)
const database = openDatabase({ url, maxConnections: 2 })
const vault = createVault(Buffer.alloc(32, 7))
const db = database.forOrganization(organizationId)
console.log('begins')
await runBulkSend(() => ({ db, organizationId, actor: { kind: 'system' }, now: new Date(), vault }), id)
await database.close()
