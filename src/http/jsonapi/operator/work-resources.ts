import { requireServerAdmin } from '../../../core/accounts/index.ts'
import { checkEmail, longestEmail } from '../../../core/email.ts'
import { DomainError, notFound, refuseFaults, say } from '../../../core/errors.ts'
import { smallField } from '../../../core/lists/index.ts'
import { boolean, integer, reference, text, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import type { Resource } from '../resource.ts'
import { pageOf, permissions, plainIds, type Served } from './served.ts'

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

/** The jobs that an operator must look at. */
export function serverJobs(served: () => Served): Resource {
  return defineResource({
    type: 'server-jobs',
    idKind: 'server_job',
    ids: plainIds(/^\d{1,18}$/),
    about:
      'Jobs that failed for good or were set aside. Set isRetried to retry a job. Delete a job to discard it. Only for operators of the server.',
    permissions,
    fields: jobFields,
    attributes: {
      task: text('What it does.'),
      organization: reference('organization', 'Its organization; null for the server’s own.', {
        of: 'organizationId',
        nullable: true,
      }),
      attempts: integer('How often it was tried.'),
      isSetAside: boolean('Whether the job ended its process twice. Otherwise it used up its attempts.'),
      isRetried: boolean('Whether the job is retried.', { write: 'update' }),
      error: text('What went wrong last.'),
      failedAt: time('When it failed last.'),
    },
    relationships: {},
    list: async (ctx, request) => {
      requireServerAdmin(ctx)
      const items = (await served().operator.jobs.list()).map((job) => ({ ...job, isRetried: false }))
      return pageOf(ctx, 'server_job', jobFields, items, request)
    },
    update: async (_, id, { isRetried }) => {
      const job = (await served().operator.jobs.list()).find((one) => one.id === id)
      if (!job || (isRetried && !(await served().operator.jobs.retry(id)))) throw notFound('server_job')
      return { ...job, isRetried: isRetried ?? false }
    },
    remove: async (_, id) => {
      if (!(await served().operator.jobs.discard(id))) throw notFound('server_job')
    },
  })
}

/** The messages that were not sent. */
export function serverMails(served: () => Served): Resource {
  return defineResource({
    type: 'server-mails',
    idKind: 'server_mail',
    ids: plainIds(/^[\dTZ:._a-f-]{10,60}$/),
    about:
      'Mails that were written without a mail server. Set isSent to hand a mail to the present mail server. Delete a mail to discard it. Only for operators of the server.',
    permissions,
    fields: mailFields,
    attributes: {
      to: text('The address of the recipient.'),
      subject: text('What it is about.'),
      text: text('What it says.'),
      isSent: boolean('Whether the mail was handed to the mail server.', { write: 'update' }),
      writtenAt: time('When it was written.'),
    },
    relationships: {},
    list: async (ctx, request) => {
      requireServerAdmin(ctx)
      const items = (await served().operator.outbox.list()).map((mail) => ({ ...mail, isSent: false }))
      return pageOf(ctx, 'server_mail', mailFields, items, request)
    },
    update: async (_, id, { isSent }) => {
      const mail = (await served().operator.outbox.list()).find((one) => one.id === id)
      if (!mail) throw notFound('server_mail')
      const refusal = isSent ? await served().operator.outbox.resend(id) : null
      if (refusal !== null) throw new DomainError('conflict', 'mail_refused', say('mail_not_sent', { refusal }))
      return { ...mail, isSent: isSent ?? false }
    },
    remove: async (_, id) => {
      if (!(await served().operator.outbox.discard(id))) throw notFound('server_mail')
    },
  })
}

/** The messages that test the mail server. */
export function serverTestMails(served: () => Served): Resource {
  return defineResource({
    type: 'server-test-mails',
    idKind: 'server_test_mail',
    ids: plainIds(/^-$/),
    about:
      'Create a test mail to send a message to an address now, and to see whether the mail server accepts it. Only for operators of the server.',
    permissions,
    fields: { id: smallField('text') },
    attributes: {
      to: text('The address.', { write: 'create', required: true, max: longestEmail }),
      sentAt: time('When the mail was accepted.'),
    },
    relationships: {},
    list: async (ctx, request) => pageOf(ctx, 'server_test_mail', {}, [], request),
    create: async (ctx, { to }) => {
      refuseFaults(checkEmail(['to'], to))
      const refusal = await served().operator.sendTestMail(to)
      if (refusal !== null) throw new DomainError('conflict', 'mail_refused', say('mail_not_sent', { refusal }))
      return { id: '-', to, sentAt: ctx.now }
    },
  })
}
