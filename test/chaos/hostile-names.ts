import { createSocket } from 'node:dgram'
import { once } from 'node:events'

/** The only address outside of this machine to which the names below may lead. */
export const publicAddress = '93.184.215.14'

type Answer = { a?: readonly string[]; aaaa?: readonly Buffer[]; code?: number } | 'silence'

const metadataV6 = Buffer.from('fd000ec2000000000000000000000254', 'hex')
let asked = 0

/** The answer of a hostile owner of a domain, new for each request. */
const names: Record<string, () => Answer> = {
  'private.hostile.example': () => ({ a: ['10.0.0.8'] }),
  'mixed.hostile.example': () => ({ a: [publicAddress, '192.168.1.1'] }),
  'six.hostile.example': () => ({ a: [publicAddress], aaaa: [metadataV6] }),
  'metadata.hostile.example': () => ({ a: ['169.254.169.254'] }),
  'loopback.hostile.example': () => ({ a: ['127.0.0.1'] }),
  'rebind.hostile.example': () => ({ a: [asked++ % 2 ? '127.0.0.1' : '10.0.0.8'] }),
  'many.hostile.example': () => ({ a: Array.from({ length: 70 }, (_, index) => `10.9.9.${index + 1}`) }),
  'broken.hostile.example': () => ({ code: 2 }),
  'silent.hostile.example': () => 'silence',
}

export const hostileNames: readonly string[] = Object.keys(names)

/** A name server for these names on 127.0.0.1, port 53. */
export async function startNameServer(): Promise<void> {
  const socket = createSocket('udp4', (query, from) => {
    const answer = (names[readName(query)] ?? (() => ({ code: 3 })))()
    if (answer !== 'silence') socket.send(writeAnswer(query, answer), from.port, from.address)
  })
  socket.bind(53, '127.0.0.1')
  await once(socket, 'listening')
}

function questionEnd(query: Buffer): number {
  let at = 12
  while (query[at]) at += (query[at] ?? 0) + 1
  return at + 1
}

function readName(query: Buffer): string {
  const labels: string[] = []
  for (let at = 12; query[at]; at += (query[at] ?? 0) + 1) {
    labels.push(query.toString('latin1', at + 1, at + 1 + (query[at] ?? 0)))
  }
  return labels.join('.').toLowerCase()
}

// RFC 1035: the question again, then one record with a time to live of zero for each address.
function writeAnswer(query: Buffer, { a = [], aaaa = [], code = 0 }: Exclude<Answer, 'silence'>): Buffer {
  const end = questionEnd(query)
  const type = query.readUInt16BE(end)
  const addresses = type === 1 ? a.map((one) => Buffer.from(one.split('.').map(Number))) : type === 28 ? aaaa : []
  const header = Buffer.from(query.subarray(0, 12))
  header.writeUInt16BE(0x8180 | code, 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(addresses.length, 6)
  header.writeUInt32BE(0, 8)
  const records = addresses.flatMap((address) => {
    const head = Buffer.from('c00c0000000100000000', 'hex')
    head.writeUInt16BE(type, 2)
    return [head, Buffer.from([0, address.length]), address]
  })
  return Buffer.concat([header, query.subarray(12, end + 4), ...records])
}
