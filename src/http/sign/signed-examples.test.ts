import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newSigning } from '../../../test/support/signing.ts'
import { updateAgreementLink } from '../../core/agreements/index.ts'
import { listSubmissions } from '../../core/submissions/index.ts'

const link = 'https://sealane.example/agree/x'
const secret = 'a secret of thirty-two characters!'
const document = readFileSync('docs/ways-in.md', 'utf8')

// The code before and after an example of docs/ways-in.md, and the command that runs its language.
const languages = {
  js: ['node', '-e', `const link = '${link}', secret = '${secret}'`, 'process.stdout.write(address)'],
  python: [
    'python3',
    '-c',
    `import hashlib, hmac, sys, urllib.parse\nlink, secret = "${link}", "${secret}"`,
    'sys.stdout.write(address)',
  ],
  php: ['php', '-r', `$link = '${link}'; $secret = '${secret}';`, 'echo $address;'],
  ruby: ['ruby', '-e', `require 'openssl'; require 'uri'; link = '${link}'; secret = '${secret}'`, 'print address'],
} as const
type Language = keyof typeof languages

const all: readonly Language[] = ['js', 'python', 'php', 'ruby']
const exampleIn = (language: Language) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(document)?.[1] ?? ''

/** Runs an example with a price, and returns the query of the address that the example makes. */
function run(language: Language, price: string): string {
  const [command, option, before, after] = languages[language]
  const program = [before, exampleIn(language).replaceAll('1200', price), after].join('\n')
  return new URL(
    execFileSync(command, [option, program], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } }),
  ).search
}

test('the document has an example of three lines in each of four languages', () => {
  expect(all.map((language) => exampleIn(language).trim().split('\n').length)).toEqual([3, 3, 3, 3])
})

// Node runs these tests, so at least one language is always installed.
const installed = all.filter((language) => spawnSync(languages[language][0], ['--version']).status === 0)
const cases = installed.flatMap((language) =>
  ['1200', '1 200,50 € & more=x'].map((price) => [language, price] as const),
)

test.each(cases)('the example in %s makes an address with the price %s that a link takes', async (language, price) => {
  const signing = await newSigning()
  await updateAgreementLink(signing.ctx, signing.linkId, { parameterSecret: secret })
  const visitor = signing.visit()
  expect((await visitor.get(run(language, price))).status).toBe(200)
  await visitor.post('identify', { name: 'Robin', email: 'robin@example.com', electronic_records: 'true' })
  expect((await listSubmissions(signing.ctx, {})).items).toMatchObject([{ metadata: { order: '7', price } }])
})
