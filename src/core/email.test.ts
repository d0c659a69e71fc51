import { expect, test } from 'vitest'
import { findMemberFaults } from './accounts/members.ts'
import { checkEmail, foldAddress } from './email.ts'
import { findWebhookFaults } from './webhooks/validate.ts'

const isTaken = (email: string) => checkEmail(['email'], email).length === 0

test.each([
  'robin@example.com',
  'robin.clear+lease@mail.example.co.uk',
  "o'neil@example.museum",
  '1@2.example',
  'джон@пример.рф',
  'राम@उदाहरण.भारत',
  'robin@xn--bcher-kva.example',
  `${'a'.repeat(64)}@example.com`,
])('%s is an address', (email) => expect(isTaken(email)).toBe(true))

test.each([
  ...['robin', 'robin@', '@example.com', 'robin@localhost', 'robin@example', 'robin@@example.com', 'a@b@c.example'],
  ...['robin @example.com', 'robin@exa mple.com', 'robin@example..com', '.robin@example.com', 'robin.@example.com'],
  ...['ro..bin@example.com', 'robin@-example.com', 'robin@example-.com', 'robin@127.0.0.1', 'robin@[127.0.0.1]'],
  ...['Robin <robin@example.com>', 'robin@example.com, a@b.example', 'robin@example.com.', 'mailto:robin@example.com'],
  ...[
    'ro\u200bbin@example.com',
    'robin@exa\u00admple.com',
    '\u202erobin@example.com',
    'robin@example.com\u3164',
    '\u0301a@example.com',
  ],
  ...['robin@exa%6dple.com', 'robin@example.123', '', `${'a'.repeat(65)}@example.com`, `a@${'b'.repeat(250)}.com`],
])('%j is not an address', (email) => expect(isTaken(email)).toBe(false))

test.each([
  'robin@example.com',
  'джон@пример.рф',
  'robin@localhost',
  'a@b.example, c@d.example',
  'ro..bin@example.com',
])('%s is an address wherever people are named, or nowhere', async (email) => {
  const ofMember = findMemberFaults({ email })
  const ofWebhook = await findWebhookFaults({ notificationEmails: [email] }, async () => null)
  expect([ofMember.length, ofWebhook.length].map((faults) => faults === 0)).toEqual([isTaken(email), isTaken(email)])
})

test.each([
  ['robin@example.com', 'Robin@EXAMPLE.com'],
  ['robin@example.com', ' robin@example.com '],
  ['robin@bücher.example', 'robin@xn--bcher-kva.example'],
  ['robin@bücher.example', 'robin@BU\u0308CHER.example'],
  ['jos\u00e9@example.com', 'jose\u0301@example.com'],
  ['джон@пример.рф', 'Джон@xn--e1afmkfd.xn--p1ai'],
])('%s and %s are one address', (one, other) => expect(foldAddress(one)).toBe(foldAddress(other)))

test.each([
  ['robin.clear@example.com', 'robinclear@example.com'],
  ['robin+lease@example.com', 'robin@example.com'],
  ['robin+1@example.com', 'robin+2@example.com'],
  ['robin@example.com', 'robin@mail.example.com'],
  ['jose@example.com', 'jos\u00e9@example.com'],
  ['robin@strasse.example', 'robin@straße.example'],
])('%s and %s are two addresses', (one, other) => expect(foldAddress(one)).not.toBe(foldAddress(other)))
