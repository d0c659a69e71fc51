import { requireServerAdmin } from '../../../core/accounts/index.ts'
import type { Context } from '../../../core/context.ts'
import { checkEmail } from '../../../core/email.ts'
import { DomainError, notFound, refuseFaults, say } from '../../../core/errors.ts'
import { type ListFields, type ListRequest, listSmall, smallField } from '../../../core/lists/index.ts'
import {
  listServedOrganizations,
  readServerState,
  setServedMaintenance,
  setServerMaintenance,
} from '../../../core/operator/index.ts'
import { saySentence } from '../../../texts/index.ts'
import type { HttpDependencies } from '../../dependencies.ts'
import type { Operator } from '../../operator.ts'
import { boolean, integer, json, reference, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import type { IdForm } from '../ids.ts'
import { wordIds } from '../ids.ts'
import type { CoreRecord, Resource } from '../resource.ts'
import { shownReason, showSentence } from '../sentences.ts'
import { serverInvitationLinks } from './invitation-links.ts'

const permissions = { read: 'organization:read' } as const
const theServer = 'this'
const startedAt = new Date(Date.now() - process.uptime() * 1_000)

/** Sizes that move all the time are rounded, so that an ETag of the server's state stays for a while. */
const roundTo = (step: number, bytes: number) => Math.round(bytes / step) * step

/** Ids that are the server's own names. */
const plainIds = (pattern: RegExp): IdForm => ({
  format: (id) => id,
  parse: (text) => (pattern.test(text) ? text : null),
})

const page = (ctx: Context, name: string, fields: ListFields, items: readonly CoreRecord[], request: ListRequest) => {
  requireServerAdmin(ctx)
  return listSmall(
    { ...ctx, actor: { kind: 'system' } },
    { name, permission: permissions.read, fields },
    items,
    request,
  )
}

/** The server: its operator's verbs, and the handle that reads all organizations. */
type Served = { operator: Operator; database: Pick<HttpDependencies['database'], 'system'> }

/** The resources of the server for its operator, outside of any organization. */
export function serverResources(served: Served | null): Resource[] {
  const server = () => {
    if (!served) throw new Error('A server that is only described was asked.')
    return served
  }
  const findingFields = { id: smallField('text'), about: smallField('text'), isWell: smallField('boolean') }
  const queueFields = { id: smallField('text'), waiting: smallField('number') }
  const jobFields = {
    id: smallField('text'),
    task: smallField('text'),
    isSetAside: smallField('boolean'),
    failedAt: smallField('time'),
    error: smallField('text'),
  }
  const mailFields = {
    id: smallField('text'),
    to: smallField('text'),
    subject: smallField('text'),
    writtenAt: smallField('time'),
  }
  const organizationFields = {
    id: smallField('id'),
    slug: smallField('text'),
    name: smallField('text'),
    createdAt: smallField('time'),
    maintenanceSince: smallField('time'),
  }
  const stateFields = { id: smallField('text') }

  const readState = async (): Promise<CoreRecord> => {
    const [state, disk] = await Promise.all([readServerState(server().database.system), server().operator.readDisk()])
    return {
      id: theServer,
      version: server().operator.version,
      nodeVersion: process.version,
      databaseVersion: state.databaseVersion,
      databaseBytes: roundTo(1_000_000, state.databaseBytes),
      freeBytes: roundTo(100_000_000, disk.free),
      diskBytes: disk.whole,
      startedAt,
      sendsMail: server().operator.sendsMail,
      maintenanceSince: state.maintenanceSince,
      inMaintenance: state.maintenanceSince !== null,
    }
  }
  const listOrganizations = async (): Promise<CoreRecord[]> =>
    (await listServedOrganizations(server().database.system)).map((one) => ({
      ...one,
      inMaintenance: one.maintenanceSince !== null,
    }))

  return [
    defineResource({
      type: 'server-states',
      idKind: 'server_state',
      ids: wordIds([theServer]),
      about: 'The server as a whole: its one id is this. Only for those who run it.',
      permissions,
      fields: stateFields,
      attributes: {
        version: text('The version of Sealane.'),
        nodeVersion: text('The version of Node.js.'),
        databaseVersion: text('The version of PostgreSQL.'),
        databaseBytes: integer('What the database takes on its disk, to a megabyte.'),
        freeBytes: integer('What is free on the disk of the home, to 100 megabytes.'),
        diskBytes: integer('What that disk has.'),
        startedAt: time('When this process started.'),
        sendsMail: boolean('Whether there is a mail server; without one, messages lie in the outbox.'),
        maintenanceSince: time('Since when the whole server is in maintenance.', { nullable: true }),
        inMaintenance: boolean('Whether the whole server is in maintenance; new organizations begin in it.', {
          write: 'update',
        }),
      },
      relationships: {},
      list: async (ctx, request) => {
        requireServerAdmin(ctx)
        return page(ctx, 'server_state', stateFields, [await readState()], request)
      },
      update: async (ctx, _, { inMaintenance }) => {
        if (inMaintenance !== undefined) await setServerMaintenance(server().database.system, inMaintenance, ctx.now)
        return readState()
      },
    }),
    defineResource({
      type: 'server-findings',
      idKind: 'server_finding',
      ids: plainIds(/^\d{1,3}$/),
      about:
        'What doctor finds: what was tried just now, and the command that mends what is wrong. Only for those who run the server.',
      permissions,
      fields: findingFields,
      attributes: {
        about: text('What was tried.'),
        says: text('What came out.'),
        said: json(shownReason, 'The same, for a client that says it in a language of its own.'),
        mend: text('The command that mends it; null when nothing is wrong.', { nullable: true }),
        isWell: boolean('Whether nothing is wrong.'),
      },
      relationships: {},
      list: async (ctx, request) => {
        requireServerAdmin(ctx)
        const found = await server().operator.diagnose(ctx.now)
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
        return page(ctx, 'server_finding', findingFields, items, request)
      },
    }),
    defineResource({
      type: 'server-queues',
      idKind: 'server_queue',
      ids: plainIds(/^[a-z-]{1,40}$/),
      about:
        'How much waits, over all organizations; each is counted up to 100,000. Only for those who run the server.',
      permissions,
      fields: queueFields,
      attributes: {
        waiting: integer('How much there is.'),
        oldestSeconds: integer('For how long the oldest has been due; null where that is not known.', {
          nullable: true,
        }),
      },
      relationships: {},
      list: async (ctx, request) => {
        requireServerAdmin(ctx)
        const items = (await server().operator.readQueues()).map(({ name, waiting, oldestSeconds }) => ({
          id: name,
          waiting,
          oldestSeconds,
        }))
        return page(ctx, 'server_queue', queueFields, items, request)
      },
    }),
    defineResource({
      type: 'server-jobs',
      idKind: 'server_job',
      ids: plainIds(/^\d{1,18}$/),
      about:
        'Jobs that failed for good or were set aside. Set isRetried to have one tried again; delete one to give it up. Only for those who run the server.',
      permissions,
      fields: jobFields,
      attributes: {
        task: text('What it does.'),
        organization: reference('organization', 'Its organization; null for the server’s own.', {
          of: 'organizationId',
          nullable: true,
        }),
        attempts: integer('How often it was tried.'),
        isSetAside: boolean('Whether it ended its process twice; else it used up its attempts.'),
        isRetried: boolean('Whether it is tried again.', { write: 'update' }),
        error: text('What went wrong last.'),
        failedAt: time('When it failed last.'),
      },
      relationships: {},
      list: async (ctx, request) => {
        requireServerAdmin(ctx)
        const items = (await server().operator.jobs.list()).map((job) => ({ ...job, isRetried: false }))
        return page(ctx, 'server_job', jobFields, items, request)
      },
      update: async (_, id, { isRetried }) => {
        const job = (await server().operator.jobs.list()).find((one) => one.id === id)
        if (!job || (isRetried && !(await server().operator.jobs.retry(id)))) throw notFound('server_job')
        return { ...job, isRetried: isRetried ?? false }
      },
      remove: async (_, id) => {
        if (!(await server().operator.jobs.discard(id))) throw notFound('server_job')
      },
    }),
    defineResource({
      type: 'server-mails',
      idKind: 'server_mail',
      ids: plainIds(/^[\dTZ:._a-f-]{10,60}$/),
      about:
        'Messages that were written while there was no mail server. Set isSent to hand one to the present mail server; delete one to throw it away. Only for those who run the server.',
      permissions,
      fields: mailFields,
      attributes: {
        to: text('Who it is for.'),
        subject: text('What it is about.'),
        text: text('What it says.'),
        isSent: boolean('Whether it was handed to the mail server.', { write: 'update' }),
        writtenAt: time('When it was written.'),
      },
      relationships: {},
      list: async (ctx, request) => {
        requireServerAdmin(ctx)
        const items = (await server().operator.outbox.list()).map((mail) => ({ ...mail, isSent: false }))
        return page(ctx, 'server_mail', mailFields, items, request)
      },
      update: async (_, id, { isSent }) => {
        const mail = (await server().operator.outbox.list()).find((one) => one.id === id)
        if (!mail) throw notFound('server_mail')
        const refusal = isSent ? await server().operator.outbox.resend(id) : null
        if (refusal !== null) throw new DomainError('conflict', 'mail_refused', say('mail_not_sent', { refusal }))
        return { ...mail, isSent: isSent ?? false }
      },
      remove: async (_, id) => {
        if (!(await server().operator.outbox.discard(id))) throw notFound('server_mail')
      },
    }),
    defineResource({
      type: 'server-organizations',
      idKind: 'organization',
      about: 'The organizations of the server, and whether each is in maintenance. Only for those who run the server.',
      permissions,
      fields: organizationFields,
      attributes: {
        slug: text('Its sub-domain.'),
        name: text('Its name.'),
        members: integer('How many people work in it.'),
        maintenanceSince: time('Since when it is in maintenance.', { nullable: true }),
        inMaintenance: boolean('Whether it is in maintenance.', { write: 'update' }),
        createdAt: time('When it was made.'),
      },
      relationships: {},
      list: async (ctx, request) => {
        requireServerAdmin(ctx)
        return page(ctx, 'server_organization', organizationFields, await listOrganizations(), request)
      },
      update: async (ctx, id, { inMaintenance }) => {
        if (inMaintenance !== undefined)
          await setServedMaintenance(server().database.system, id, inMaintenance, ctx.now)
        const found = (await listOrganizations()).find((one) => one.id === id)
        if (!found) throw notFound('organization')
        return found
      },
    }),
    defineResource({
      type: 'server-test-mails',
      idKind: 'server_test_mail',
      ids: plainIds(/^-$/),
      about:
        'Create one to send a message to an address now, and see whether the mail server takes it. Only for those who run the server.',
      permissions,
      fields: { id: smallField('text') },
      attributes: {
        to: text('The address.', { write: 'create', required: true, max: 254 }),
        sentAt: time('When it was taken.'),
      },
      relationships: {},
      list: async (ctx, request) => page(ctx, 'server_test_mail', {}, [], request),
      create: async (ctx, { to }) => {
        refuseFaults(checkEmail(['to'], to))
        const refusal = await server().operator.sendTestMail(to)
        if (refusal !== null) throw new DomainError('conflict', 'mail_refused', say('mail_not_sent', { refusal }))
        return { id: '-', to, sentAt: ctx.now }
      },
    }),
    serverInvitationLinks(plainIds(/^-$/), () => server().operator.sendsMail),
  ]
}
