import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished, test } from 'vitest'
import { deliver } from './index.ts'

const from = 'Sealane <no-reply@sealane.example>'
const mail = {
  to: ['ops@example.com', 'dev@example.com'],
  subject: 'Grüße\r\nBcc: x@example.com',
  text: 'Line 1\nLine 2',
}

test('without a mail server a message is written to the folder, complete', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'sealane-mail-')), 'mail')
  onTestFinished(() => rm(folder, { recursive: true }))
  await deliver({ smtpUrl: null, from, folder }, mail)
  const [file = ''] = await readdir(folder)
  const message = await readFile(join(folder, file), 'utf8')
  expect(file).toMatch(/^\d{4}-\d\d-\d\dT.*\.eml$/)
  expect(message).toMatch(/^To: ops@example.com, dev@example.com$/m)
  expect(message).not.toMatch(/^Bcc:/m)
})

test('with a mail server a message is sent to all its recipients', async () => {
  const taken = Promise.withResolvers<{ to: string[]; message: string }>()
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address)
      text(stream).then((message) => taken.resolve({ to, message }), taken.reject)
      stream.on('end', done)
    },
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)))
  const { port } = server.server.address() as AddressInfo
  await deliver({ smtpUrl: `smtp://127.0.0.1:${port}`, from, folder: '' }, mail)
  expect(await taken.promise).toMatchObject({ to: mail.to, message: expect.stringContaining('Line 1') })
})
