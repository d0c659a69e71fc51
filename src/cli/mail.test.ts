import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { command } from './mail.ts'

let printed: string[]
beforeEach(() => {
  printed = []
  vi.stubEnv('SEALANE_HOME', mkdtempSync(join(tmpdir(), 'sealane-mail-')))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => printed.push(String(text)) > 0)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

async function say(...args: string[]): Promise<string> {
  printed = []
  await command.run(args)
  return printed.join('')
}

test('without a mail server, the shell can send a test message and read it in the outbox', async () => {
  expect(await say('outbox')).toBe('[]\n')
  expect(await say('test', 'ops@example.com')).toContain('There is no SMTP_URL: the message is in')
  const [message] = JSON.parse(await say('outbox'))
  expect(message).toMatchObject({ to: 'ops@example.com', subject: 'Sealane can send mail' })
  expect(await say('show', message.id)).toContain('This is a test message')
})

test('a refusal of the mail server is shown, and the shell ends with 1', async () => {
  vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:1')
  expect(await command.run(['test', 'ops@example.com'])).toBe(1)
  expect(printed.join('')).toContain('It was not sent: ')
})

test.each([[[]], [['outbox', 'x']], [['show']], [['send', 'x']], [['show', '../../etc/passwd']], [['test', 'a', 'b']]])(
  'the arguments %j are refused with the right usage',
  async (args) => {
    await expect(command.run(args)).rejects.toThrow(/Say outbox|see mail outbox/)
  },
)

test('a test mail to an invalid address is refused', async () => {
  await expect(command.run(['test', 'nowhere'])).rejects.toMatchObject({ code: 'validation_failed' })
})
