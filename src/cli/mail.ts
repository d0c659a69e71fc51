import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { checkEmail } from '../core/email.ts'
import { refuseFaults } from '../core/errors.ts'
import { createMailbox, type Mailbox } from '../operator.ts'
import { type Command, UsageError } from './index.ts'
import { printJson } from './open.ts'

export const command: Command = {
  usage: 'mail outbox | show <id> | test <address>',
  async run(args) {
    const [verb = '', about, ...more] = parseArgs({ args, options: {}, allowPositionals: true }).positionals
    const isAlone = verb === 'outbox' && about === undefined
    const isAbout = (verb === 'show' || verb === 'test') && about !== undefined && more.length === 0
    if (!isAlone && !isAbout) throw new UsageError('Say outbox, show <id>, or test <address>.')
    const mailbox = createMailbox(readConfig())
    if (verb === 'outbox') return listMessages(mailbox)
    return verb === 'show' ? showMessage(mailbox, about ?? '') : tryMail(mailbox, about ?? '')
  },
}

async function listMessages({ outbox }: Mailbox): Promise<number> {
  printJson((await outbox.list()).map(({ text: _, ...message }) => message))
  return 0
}

async function showMessage({ outbox }: Mailbox, id: string): Promise<number> {
  const message = (await outbox.list()).find((one) => one.id === id)
  if (!message) throw new UsageError(`There is no message ${id}: see mail outbox.`)
  const { to, subject, writtenAt, text } = message
  process.stdout.write(`To: ${to}\nSubject: ${subject}\nWritten: ${writtenAt.toISOString()}\n\n${text.trimEnd()}\n`)
  return 0
}

async function tryMail({ sendTestMail }: Mailbox, address: string): Promise<number> {
  refuseFaults(checkEmail(['address'], address))
  const refusal = await sendTestMail(address)
  const { smtpUrl, home } = readConfig()
  const where =
    smtpUrl === null
      ? `There is no SMTP_URL: the message is in ${home}/mail.`
      : 'The mail server has accepted the message.'
  process.stdout.write(refusal === null ? `${where}\n` : `It was not sent: ${refusal}\n`)
  return refusal === null ? 0 : 1
}
