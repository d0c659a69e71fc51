import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { formatSecret, newSecret, signBody, symmetricKey } from '../../src/core/webhooks/signature.ts'

const page = readFileSync('docs/api/webhooks.md', 'utf8')
const snippets = [...page.matchAll(/```(js|python|php)\n(.*?)```/gs)].map(([, language = '', code = '']) => ({
  language,
  code,
}))

/** A signed event, as one argument for a program: the secret and the public keys, the headers, and the body. */
function newDelivery(over: { body?: string; age?: number; without?: string } = {}) {
  const [bytes, pair] = [newSecret(), generateKeyPairSync('ed25519')]
  const keys = { symmetric: [symmetricKey(newSecret()), symmetricKey(bytes)], asymmetric: [pair.privateKey] }
  const [id, timestamp, body] = ['evt_1', Math.floor(Date.now() / 1_000) - (over.age ?? 0), '{"type":"verificatión"}']
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signBody(keys, id, timestamp, Buffer.from(body)),
  }
  const keySet = { keys: [pair.publicKey.export({ format: 'jwk' })] }
  const sent = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== over.without))
  return { secret: formatSecret(bytes), keySet, headers: sent, body: over.body ?? body }
}

/** The result of the snippet for a delivery: the type of the event, or `refused`. */
function run({ language, code }: { language: string; code: string }, delivery: object): string {
  const given = JSON.stringify(delivery)
  const key = code.includes('keySet') ? 'keySet' : 'secret'
  const js = `${code}
    const d = JSON.parse(process.argv[1])
    try { console.log(verify(d.${key}, d.headers, d.body).type) } catch (error) { console.log([TypeError, RangeError].includes(error.constructor) ? String(error) : 'refused') }`
  const python = `${code}
import sys
d = json.loads(sys.argv[1])
try: print(verify(d["secret"], d["headers"], d["body"].encode())["type"])
except ValueError: print("refused")`
  const php = `${code}
$d = json_decode($argv[1], true);
try { echo verify($d['secret'], $d['headers'], $d['body'])['type']; } catch (Exception $error) { echo 'refused'; }`
  const programs: Record<string, [string, string[]]> = {
    js: [process.execPath, ['--input-type=module', '-e', js]],
    python: ['python3', ['-X', 'utf8', '-c', python]],
    php: ['php', ['-d', 'display_errors=1', '-r', php]],
  }
  const [program, options] = programs[language] ?? ['', []]
  return execFileSync(program, [...options, given], { encoding: 'utf8' }).trim()
}

test('the page for receivers has five programs, and all of them are run', () => {
  expect(snippets.map(({ language }) => language)).toEqual(['js', 'js', 'python', 'php', 'js'])
})

const isThere: Record<string, boolean> = {
  js: true,
  python: spawnSync('python3', ['--version']).status === 0,
  php: spawnSync('php', ['--version']).status === 0,
}
const numbered = snippets.map((snippet, index) => [index + 1, snippet] as const)
const runsHere = ({ language }: { language: string }) => isThere[language] === true

// Without Python or PHP, its program is reported as not run.
describe.each(numbered)('program %i of the page', (_, snippet) => {
  test.runIf(runsHere(snippet))('accepts our deliveries, and refuses changed and old ones', () => {
    expect(run(snippet, newDelivery())).toBe('verificatión')
    expect(run(snippet, newDelivery({ body: '{"type":"forged"}' }))).toBe('refused')
    expect(run(snippet, newDelivery({ age: 3_600 }))).toBe('refused')
  })

  const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature']
  test.runIf(runsHere(snippet)).each(names)('refuses a delivery without %s', (without) => {
    expect(run(snippet, newDelivery({ without }))).toBe('refused')
  })
})
