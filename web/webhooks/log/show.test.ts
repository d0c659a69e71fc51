import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { curlOf } from './curl.ts'
import { sayDuration, showBody } from './show.ts'

test.each([
  ['{"a":[1]}', '{\n  "a": [\n    1\n  ]\n}'],
  ['not json', 'not json'],
  ['', ''],
])('the body %j is shown as %j', (text, shown) => expect(showBody(text)).toBe(shown))

test.each([
  [0, 'en', '0 ms'],
  [340, 'en', '340 ms'],
  [2_440, 'en', '2.4 sec'],
  [2_440, 'fr', '2,4\u202fs'],
] as const)('%i ms are told in %s as %s', (ms, language, told) => {
  expect(sayDuration(ms, language).replace('\u00a0', '\u202f').replace(' sec', ' sec')).toBe(told)
})

test('a shell passes curl exactly the URL, the headers and the bytes', () => {
  const body = '{"name":"O\'Brien $HOME `id` \\\\ \\"x\\""}'
  const command = curlOf('https://a.example/?a=1&b=2', { 'x-name': "it's" }, body)
  const print = ['-e', 'console.log(JSON.stringify(process.argv.slice(1)))', '--']
  const script = command.replace('curl', '"$0" "$@"')
  const told = JSON.parse(execFileSync('sh', ['-c', script, process.execPath, ...print], { encoding: 'utf8' }))
  expect(told).toEqual(['-i', '-X', 'POST', 'https://a.example/?a=1&b=2', '-H', "x-name: it's", '--data-binary', body])
})
