import { randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { withForm, writePdf } from '../../src/adapters/pdf-source/write-pdf.fixture.ts'
import { database, newContext } from '../support/organization.ts'
import { newServerHome } from '../support/server-home.ts'
import { runSealane } from '../support/server-process.ts'
import { runHere } from '../support/shell.ts'

const env = async () => ({
  DATABASE_URL: inject('databaseUrl'),
  SEALANE_HOME: await newServerHome(),
  SEALANE_MASTER_KEY: '07'.repeat(32),
})

async function newOrganization() {
  const { organizationId } = await newContext()
  const { slug } = await database.system
    .selectFrom('organizations')
    .select('slug')
    .where('id', '=', organizationId)
    .executeTakeFirstOrThrow()
  return slug
}

async function fileWith(text: string): Promise<string> {
  const file = join(dirname(await newServerHome()), 'definition.json')
  await writeFile(file, text)
  return file
}

test.each([
  [['keys', 'create', '--name', 'x', '--expires-at', 'nonsense'], '--expires-at takes a time like'],
  [['keys', 'create', '--name', 'x', '--requests-per-minute', 'abc'], '--requests-per-minute takes a whole number'],
  [['credentials', 'create', '--user', 'a@b.c', '--name', 'x', '--expires-at', '2026-13-01'], '--expires-at takes'],
  [['links', 'create', '--agreement', 'nope'], '--agreement AGREE-'],
  [['agreements', 'create', '--definition', '/nowhere.json'], '/nowhere.json cannot be read (ENOENT)'],
  [['users', 'role', '--email', 'a@b.c'], 'role --email <email> --role <role>'],
  [['users', 'list', '--nope'], "Unknown option '--nope'"],
  [['nope'], 'There is no command "nope"'],
])('the mistake in %j is explained in one line, without a stack', async (args, words) => {
  const { code, err } = await runHere(args, {})
  expect([code, err]).toEqual([2, expect.stringContaining(words)])
  expect(err).not.toContain('    at ')
})

test.each([
  ['{', 'is not JSON'],
  ['{"title":1,"signerRoles":"x","fields":[{}]}', '/signerRoles must be array'],
  ['[]', 'has faults'],
])('a definition that is %s is refused with the reason', async (json, words) => {
  const { code, err } = await runHere(['agreements', 'create', '--definition', await fileWith(json)], {})
  expect([code, err]).toEqual([2, expect.stringContaining(words)])
})

test.each([
  [
    ['--requests-per-minute', '0', '--expires-at', '2026-01-31'],
    '--expires-at: Give a moment in the future. --requests-per-minute: Use a whole number from 1 to 1000000.',
  ],
  [['--address', '10.0.0.0/33'], 'Use an IP address or a CIDR range.'],
  [['--role', 'king'], 'There is no role king'],
])('a key with %j is refused with the rule', async (over, words) => {
  const args = ['keys', 'create', '--organization', await newOrganization(), '--name', 'x', ...over]
  const { code, err } = await runHere(args, await env())
  expect([code, err]).toEqual([1, expect.stringContaining(words)])
})

test.each([
  [['nope'], 2, '', 'There is no command "nope"'],
  [['links', 'list', '--organization', 'nobody'], 2, '', 'There is no organization with the slug "nobody"'],
  [['keys', 'create', '--name', 'x', '--role', 'king'], 1, '', 'There is no role king'],
  [['organizations', 'list'], 0, '"slug"', ''],
])('the process of %j ends by itself with its exit code, and keeps answers and errors apart', async (args, ...rest) => {
  const [expected, answer, error] = rest
  const named = args[0] === 'keys' ? ['--organization', await newOrganization()] : []
  await newOrganization()
  const { code, out, err } = await runSealane([...args, ...named], await env())
  expect([code, out, err]).toEqual([expected, expect.stringContaining(answer), expect.stringContaining(error)])
  expect([out === '', err === '']).toEqual([answer === '', error === ''])
})

test('the shell makes an agreement of a PDF with the blanks of its form, and names what is wrong with a file', async () => {
  const settings = await env()
  const definition = await fileWith(JSON.stringify({ title: 'Lease', signerRoles: [], fields: [] }))
  const given = ['agreements', 'create', '--organization', await newOrganization(), '--definition', definition]
  const pdf = join(dirname(settings.SEALANE_HOME), 'lease.pdf')
  await writeFile(pdf, writePdf(withForm()))
  const made = await runSealane([...given, '--pdf', pdf, '--import-fields'], settings)
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/AGREE-[\da-f]{32}/)])
  await writeFile(pdf, 'no PDF')
  const refused = await runHere([...given, '--pdf', pdf], settings)
  expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('This file is not a PDF.')])
})

test('the shell can add people, change their roles and deactivate them', async () => {
  const [organization, email] = [await newOrganization(), `Sam${randomBytes(6).toString('hex')}@acme.test`]
  const settings = await env()
  const run = async (args: string[]) =>
    JSON.parse((await runHere(['users', ...args, '--organization', organization, '--email', email], settings)).out)
  expect(await run(['create', '--name', 'Sam'])).toMatchObject({ role: 'member', password: expect.any(String) })
  expect(await run(['role', '--role', 'viewer'])).toMatchObject({ role: 'viewer', isActive: true })
  expect(await run(['deactivate'])).toMatchObject({ role: 'viewer', isActive: false })
  expect(await run(['activate'])).not.toHaveProperty('password')
})

test('the shell invites a known person instead of adding them, and shows the link', async () => {
  const [one, two] = [await newOrganization(), await newOrganization()]
  const person = ['--name', 'Sam', '--email', `sam${randomBytes(6).toString('hex')}@acme.test`]
  const settings = await env()
  await runHere(['users', 'create', '--organization', one, ...person], settings)
  const added = await runHere(['users', 'create', '--organization', two, ...person], settings)
  expect([added.code, added.err]).toEqual([1, expect.stringContaining('Invite this person')])
  const invited = await runHere(['invitations', 'create', '--organization', two, ...person], settings)
  const { id, url } = JSON.parse(invited.out)
  expect(url).toMatch(/\/join\?invitation=sli_/)
  const shown = await runHere(['invitations', 'link', id, '--organization', two], settings)
  expect(JSON.parse(shown.out)).toEqual({ url })
})

test.each([
  'serve',
  'migrate',
  'doctor',
  'agreements',
  'links',
  'keys',
  'credentials',
  'users',
  'invitations',
  'organizations',
])('%s --help shows its usage', async (name) => {
  const { code, out } = await runHere([name, '--help'], {})
  expect([code, out]).toEqual([0, expect.stringContaining(`Usage: npm run sealane -- ${name}`)])
})
