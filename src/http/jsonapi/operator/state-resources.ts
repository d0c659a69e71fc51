import { requireServerAdmin } from '../../../core/accounts/index.ts'
import { smallField } from '../../../core/lists/index.ts'
import { readServerState, setServerMaintenance } from '../../../core/operator/index.ts'
import { saySentence } from '../../../texts/index.ts'
import { boolean, integer, json, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { wordIds } from '../ids.ts'
import type { CoreRecord, Resource } from '../resource.ts'
import { shownReason, showSentence } from '../sentences.ts'
import { pageOf, permissions, plainIds, type Served } from './served.ts'

const theServer = 'this'
const startedAt = new Date(Date.now() - process.uptime() * 1_000)

/** Rounds sizes that change all the time, so that the ETag of the server's state stays the same for a while. */
const roundTo = (step: number, bytes: number) => Math.round(bytes / step) * step

const stateFields = { id: smallField('text') }
const findingFields = { id: smallField('text'), about: smallField('text'), isWell: smallField('boolean') }
const queueFields = { id: smallField('text'), waiting: smallField('number') }

export function serverStates(served: () => Served): Resource {
  return defineResource({
    type: 'server-states',
    idKind: 'server_state',
    ids: wordIds([theServer]),
    about: 'The whole server. Its only id is this. Only for operators of the server.',
    permissions,
    fields: stateFields,
    attributes: {
      version: text('The version of Sealane.'),
      nodeVersion: text('The version of Node.js.'),
      databaseVersion: text('The version of PostgreSQL.'),
      databaseBytes: integer('The size of the database on its disk, to a megabyte.'),
      freeBytes: integer('What is free on the disk of the home, to 100 megabytes.'),
      diskBytes: integer('What that disk has.'),
      startedAt: time('When this process started.'),
      sendsMail: boolean('Whether the server has a mail server. Without one, mails stay in the outbox.'),
      maintenanceSince: time('Since when the whole server is in maintenance.', { nullable: true }),
      inMaintenance: boolean('Whether the whole server is in maintenance; new organizations begin in it.', {
        write: 'update',
      }),
    },
    relationships: {},
    list: async (ctx, request) => {
      requireServerAdmin(ctx)
      return pageOf(ctx, 'server_state', stateFields, [await readState(served())], request)
    },
    update: async (ctx, _, { inMaintenance }) => {
      if (inMaintenance !== undefined) await setServerMaintenance(served().database.system, inMaintenance, ctx.now)
      return readState(served())
    },
  })
}

async function readState({ operator, database }: Served): Promise<CoreRecord> {
  const [state, disk] = await Promise.all([readServerState(database.system), operator.readDisk()])
  return {
    id: theServer,
    version: operator.version,
    nodeVersion: process.version,
    databaseVersion: state.databaseVersion,
    databaseBytes: roundTo(1_000_000, state.databaseBytes),
    freeBytes: roundTo(100_000_000, disk.free),
    diskBytes: disk.whole,
    startedAt,
    sendsMail: operator.sendsMail,
    maintenanceSince: state.maintenanceSince,
    inMaintenance: state.maintenanceSince !== null,
  }
}

/** The findings of doctor. */
export function serverFindings(served: () => Served): Resource {
  return defineResource({
    type: 'server-findings',
    idKind: 'server_finding',
    ids: plainIds(/^\d{1,3}$/),
    about:
      'The findings of doctor: what it tested just now, and the command that mends each fault. Only for operators of the server.',
    permissions,
    fields: findingFields,
    attributes: {
      about: text('What was tried.'),
      says: text('The finding, as a sentence.'),
      said: json(shownReason, 'The same as a code with values, for a translation.'),
      mend: text('The command that mends the fault; null when the test passed.', { nullable: true }),
      isWell: boolean('Whether the test passed.'),
    },
    relationships: {},
    list: async (ctx, request) => {
      requireServerAdmin(ctx)
      const found = await served().operator.diagnose(ctx.now)
      const items = found.map(({ about, says, mend = null }, index) => ({
        ...{
          id: String(index + 1),
          about,
          says: saySentence(says),
          said: showSentence(says),
          mend,
          isWell: mend === null,
        },
      }))
      return pageOf(ctx, 'server_finding', findingFields, items, request)
    },
  })
}

/** The sizes of the queues. */
export function serverQueues(served: () => Served): Resource {
  return defineResource({
    type: 'server-queues',
    idKind: 'server_queue',
    ids: plainIds(/^[a-z-]{1,40}$/),
    about: 'The queues of all organizations. Each is counted up to 100,000. Only for operators of the server.',
    permissions,
    fields: queueFields,
    attributes: {
      waiting: integer('How much there is.'),
      oldestSeconds: integer('For how long the oldest has been due; null when that is unknown.', {
        nullable: true,
      }),
    },
    relationships: {},
    list: async (ctx, request) => {
      requireServerAdmin(ctx)
      const items = (await served().operator.readQueues()).map(({ name, waiting, oldestSeconds }) => ({
        id: name,
        waiting,
        oldestSeconds,
      }))
      return pageOf(ctx, 'server_queue', queueFields, items, request)
    },
  })
}
