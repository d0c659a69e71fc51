import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createWitness, writeWitnessKey } from '../core/evidence/index.ts'
import { readWitnessSigner, recall, remember } from './files.ts'
import { createTrustReader } from './trust.ts'

type WitnessOptions = {
  /** The folder of the key and of the seen heads. */
  folder: string
  /** The name under which the witness signs, without scheme, spaces and `+`. */
  name: string
  /** The URLs of the trust files of the witnessed installations. */
  trust: readonly string[]
  say(line: string): void
}

const mostBytes = 64 * 1024
const refusals: Record<number, string> = {
  400: 'This is no request of tlog-witness.\n',
  403: 'No known key of this log has signed the checkpoint.\n',
  404: 'This log is not witnessed here.\n',
  422: 'The proof does not lead from the old head to the new one.\n',
}

/** A witness over HTTP. It answers `POST <any path>/add-checkpoint`. Every other path returns its verifier key. */
export function createWitnessServer({ folder, name, trust, say }: WitnessOptions): { server: Server; vkey: string } {
  const signer = readWitnessSigner(folder, name)
  const vkey = writeWitnessKey(signer)
  const { addCheckpoint } = createWitness({
    signer,
    now: () => new Date(),
    findKeys: createTrustReader(trust, say),
    recall: (origin) => recall(folder, origin),
    remember: (origin, seen) => remember(folder, origin, seen),
  })
  const answer = async (request: IncomingMessage) => {
    if (request.method !== 'POST' || !request.url?.endsWith('/add-checkpoint'))
      return { status: request.method === 'GET' ? 200 : 404, type: 'text/plain; charset=utf-8', body: `${vkey}\n` }
    const body = await readBody(request)
    if (body === null) return { status: 413, type: 'text/plain; charset=utf-8', body: 'This is too long.\n' }
    return addCheckpoint(body)
  }
  const server = createServer({ requestTimeout: 10_000 }, async (request, reply) => {
    const { status, type, body } = await answer(request).catch((error: unknown) => {
      say(`A head could not be kept: ${error instanceof Error ? error.message : error}.`)
      return { status: 500, type: 'text/plain; charset=utf-8', body: 'The witness cannot write to its disk.\n' }
    })
    reply.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    reply.end(body || refusals[status])
  })
  return { server, vkey }
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of request) {
    length += part.length
    if (length > mostBytes) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString()
}
