import { readdir, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'

/** A message that waits in the folder, because there was no mail server. */
type KeptMessage = { id: string; to: string; subject: string; text: string; writtenAt: Date }

const mostListed = 500
const mostBytes = 65_536
const namePattern = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d\.\d{3}Z)_[0-9a-f]{8}$/

/** The newest 500 messages of the folder, newest first. */
export async function listKept(folder: string): Promise<KeptMessage[]> {
  const names = (await readdir(folder).catch(() => []))
    .filter((name) => name.endsWith('.eml'))
    .sort()
    .reverse()
  const found: KeptMessage[] = []
  for (const name of names.slice(0, mostListed)) {
    const id = name.slice(0, -'.eml'.length)
    const [, day, hour, minute, rest] = namePattern.exec(id) ?? []
    const source = day && (await readFile(join(folder, name), 'utf8').catch(() => null))
    if (source)
      found.push({
        id,
        writtenAt: new Date(`${day}T${hour}:${minute}:${rest}`),
        ...readMessage(source.slice(0, mostBytes)),
      })
  }
  return found
}

/** The bytes of a message, or null for an unknown name. */
export async function readKept(folder: string, id: string): Promise<Buffer | null> {
  return namePattern.test(id) ? readFile(join(folder, `${id}.eml`)).catch(() => null) : null
}

/** Removes a message from the folder. Returns false when it was not there. */
export async function discardKept(folder: string, id: string): Promise<boolean> {
  if (!namePattern.test(id)) return false
  return unlink(join(folder, `${id}.eml`)).then(
    () => true,
    () => false,
  )
}

/** Hands a whole message to a mail server. Throws the server's error. */
export async function sendKept(smtpUrl: string, message: Buffer): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport(smtpUrl)
  const head = unfold(headOf(message.toString()))
  const addresses = (name: string) =>
    headerOf(head, name)
      .split(',')
      .map((one) => /<([^>]+)>/.exec(one)?.[1] ?? one.trim())
  try {
    await transport.sendMail({ raw: message, envelope: { from: addresses('From')[0] ?? '', to: addresses('To') } })
  } finally {
    transport.close()
  }
}

const headOf = (source: string) => source.split('\n\n', 1)[0] ?? ''
const unfold = (head: string) => head.replaceAll(/\n[ \t]+/g, ' ')
const headerOf = (head: string, name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1] ?? ''

function readMessage(source: string): { to: string; subject: string; text: string } {
  const head = unfold(headOf(source))
  const body = source.slice(headOf(source).length).trimStart()
  const coding = headerOf(head, 'Content-Transfer-Encoding').toLowerCase()
  return { to: headerOf(head, 'To'), subject: decodeWords(headerOf(head, 'Subject')), text: decodeBody(body, coding) }
}

function decodeBody(body: string, coding: string): string {
  if (coding === 'base64') return Buffer.from(body, 'base64').toString()
  return coding === 'quoted-printable' ? decodeQuoted(body.replaceAll(/=\n/g, '')) : body
}

// RFC 2047, in the two forms that our composer writes for text that is not ASCII.
function decodeWords(text: string): string {
  return text.replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi, (_, form: string, word: string) =>
    form.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : decodeQuoted(word.replaceAll('_', ' ')),
  )
}

function decodeQuoted(text: string): string {
  const bytes = text
    .split(/(=[0-9a-f]{2})/i)
    .map((part) => (/^=[0-9a-f]{2}$/i.test(part) ? Buffer.from(part.slice(1), 'hex') : Buffer.from(part)))
  return Buffer.concat(bytes).toString()
}
