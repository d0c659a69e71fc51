import { openDatabase } from '../../db/index.ts'
import { createVault } from '../vault.ts'
import { runBulkSend } from './run.ts'

/**
 * Runs a bulk send until the process is killed. Its arguments are the database URL, the organization and the bulk send.
 */
const [url = '', organizationId = '', id = ''] = process.argv.slice(2)
const database = openDatabase({ url, maxConnections: 2 })
const vault = createVault(Buffer.alloc(32, 7))
const db = database.forOrganization(organizationId)
console.log('begins')
await runBulkSend(() => ({ db, organizationId, actor: { kind: 'system' }, now: new Date(), vault }), id)
await database.close()
