import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MailFile, SendMail } from '../../core/mail.ts'
import { type WrittenMail, writeMail } from '../../texts/index.ts'

type MailOptions = {
  /** `smtp://user:password@host:587`; null puts messages into the folder. */
  smtpUrl: string | null
  from: string
  /** The folder for messages when there is no mail server. Each message is an `.eml` file that is named by its time. */
  folder: string
}

/** Sends mail over SMTP, or writes it into a folder when there is no mail server. */
export function createMailer(options: MailOptions): { send: SendMail } {
  return { send: (mail) => deliver(options, writeMail(mail), mail.files) }
}

/** Sends a written message. */
export function deliver(options: MailOptions, mail: WrittenMail, files: readonly MailFile[] = []): Promise<void> {
  const message = {
    from: options.from,
    to: [...mail.to],
    subject: mail.subject,
    text: mail.text,
    ...(files.length > 0 && { attachments: files.map(toAttachment) }),
  }
  return options.smtpUrl ? sendOverSmtp(options.smtpUrl, message) : keep(options, message)
}

const toAttachment = ({ name, type, bytes }: MailFile) => ({ filename: name, contentType: type, content: bytes })

type Message = {
  from: string
  to: string[]
  subject: string
  text: string
  attachments?: ReturnType<typeof toAttachment>[]
}

// The library is loaded with the first message, not when the server starts. Each message has its own connection,
// because messages are few.
async function sendOverSmtp(url: string, message: Message): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(url)
  try {
    await transport.sendMail(message)
  } finally {
    transport.close()
  }
}

const patienceMs = 5_000

/** Checks whether the mail server accepts our login. Returns the reason when it does not, else null. Sends nothing. */
export async function tryMailServer(smtpUrl: string): Promise<string | null> {
  const { createTransport } = await import('nodemailer')
  const limits = { connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs }
  const transport = createTransport({ url: smtpUrl, ...limits })
  try {
    await transport.verify()
    return null
  } catch (error) {
    return `the mail server does not let us in (${error instanceof Error ? error.message : error})`
  } finally {
    transport.close()
  }
}

// The file is first written under another name, so that a reader of the folder never sees half a message.
async function keep({ folder }: MailOptions, mail: Message): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  const { message } = await composer.sendMail(mail)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replaceAll(':', '-')}_${randomUUID().slice(0, 8)}`
  await writeFile(join(folder, `${name}.part`), message.toString(), { mode: 0o600 })
  await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`))
}
