import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { SendMail } from '../../core/mail.ts'

export type MailOptions = {
  /** `smtp://user:password@host:587`; null puts messages into the folder. */
  smtpUrl: string | null
  from: string
  /** Where messages land without a mail server, one `.eml` file each, named by time. */
  folder: string
}

export type Mailer = { send: SendMail; close(): void }

/** Sends mail over SMTP, or writes it into a folder when there is no mail server. */
export function createMailer({ smtpUrl, from, folder }: MailOptions): Mailer {
  if (smtpUrl) {
    const transport = createTransport(smtpUrl)
    return {
      async send(mail) {
        await transport.sendMail({ from, to: [...mail.to], subject: mail.subject, text: mail.text })
      },
      close: () => transport.close(),
    }
  }
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'unix' })
  return {
    async send(mail) {
      const { message } = await composer.sendMail({ from, to: [...mail.to], subject: mail.subject, text: mail.text })
      await keep(folder, message.toString())
    },
    close: () => composer.close(),
  }
}

// Written under another name first, so that a reader of the folder never sees half a message.
async function keep(folder: string, message: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = `${new Date().toISOString().replaceAll(':', '-')}_${randomUUID().slice(0, 8)}`
  await writeFile(join(folder, `${name}.part`), message, { mode: 0o600 })
  await rename(join(folder, `${name}.part`), join(folder, `${name}.eml`))
}
