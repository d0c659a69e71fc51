import { expect, test } from 'vitest'
import { blockedHosts } from '../../../test/support/blocked-hosts.ts'
import { sayFault } from '../../texts/index.ts'
import { createOutboundHttp } from './index.ts'

const names: Record<string, string[]> = {
  'public.example': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'],
  'inside.example': ['10.0.0.8'],
  'mixed.example': ['93.184.215.14', '192.168.1.1'],
  'six.example': ['93.184.215.14', 'fd00:ec2::254'],
}

async function resolve(host: string): Promise<string[]> {
  const addresses = names[host]
  if (!addresses) throw new Error('ENOTFOUND')
  return addresses
}

const production = createOutboundHttp({ resolve, ownHosts: ['sealane.example'] })
const development = createOutboundHttp({ resolve, development: true })
const opened = createOutboundHttp({ resolve, allowedRanges: ['10.0.0.0/24'] })

test.each([
  'https://public.example/hook?x=1',
  'https://public.example:8443/',
  'https://93.184.215.14/',
  'https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/',
  'https://does-not-resolve-yet.example/',
])('%s is accepted', async (url) => {
  expect(await production.judgeDestination(url)).toBeNull()
})

test.each([
  'https://public.example:0/',
  `https://${'a'.repeat(64)}.example/`,
  `https://${'ab.'.repeat(90)}example/`,
  'https://a..example/',
])('%s is refused as an address that nothing can have', async (url) => {
  expect(await development.judgeDestination(url)).toMatchObject({ code: 'destination_url' })
})

test.each([
  ...blockedHosts,
  ...['inside.example', 'mixed.example', 'six.example', 'sealane.example', 'api.sealane.example', '[fe80::1]'],
])('https://%s/ is refused without a reason', async (host) => {
  expect(await production.judgeDestination(`https://${host}/`)).toMatchObject({ code: 'destination_forbidden' })
})

test.each([
  ['http://public.example/', /https/],
  ['https://user:pass@public.example/', /user name/],
  ['https://good@127.0.0.1/', /user name/],
  ['https://public.example\\@127.0.0.1/', /absolute/],
  ['https://public.example/a b', /absolute/],
  ['https://public.example/\n', /absolute/],
  ['/hook', /absolute/],
  ['', /absolute/],
  ['file:///etc/passwd', /https/],
  ['ftp://public.example/', /https/],
  ['gopher://public.example/', /https/],
  ['unix:/run/docker.sock', /https/],
  ['https://public.example:22/', /ports 443, 8443/],
  ['https://public.example:5432/', /ports/],
  ['https://[fe80::1%25eth0]/', /absolute/],
])('%s is refused', async (url, why) => {
  const refused = await production.judgeDestination(url)
  expect(refused && sayFault(refused)).toMatch(why)
})

test('development allows only loopback besides, on any port and without TLS', async () => {
  expect(await development.judgeDestination('http://localhost:4000/hook')).toBeNull()
  expect(await development.judgeDestination('http://127.0.0.1:4000/hook')).toBeNull()
  expect(await development.judgeDestination('https://inside.example/')).not.toBeNull()
  expect(await development.judgeDestination('http://public.example/')).toMatchObject({ code: 'destination_https' })
})

test('the operator can allow a range, and only that range', async () => {
  expect(await opened.judgeDestination('http://inside.example:8080/')).toBeNull()
  expect(await opened.judgeDestination('https://10.0.1.1/')).not.toBeNull()
})
