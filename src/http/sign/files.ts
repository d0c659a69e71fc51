import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sendFile, takeFileBack } from '../../core/ceremony/index.ts'
import { say } from '../../core/errors.ts'
import type { HttpDependencies } from '../dependencies.ts'
import { readParts } from '../multipart.ts'
import { HttpError } from '../problem.ts'
import { type Reader, readerOf } from '../reader.ts'
import { readForm } from './read-form.ts'
import { readSent } from './sent-form.ts'
import { locate, requireSession } from './session.ts'
import { signerParam } from './signer.ts'
import { workOn } from './work-on.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for the only form of the ceremony with a file. */
    takesPart?: true
  }
}

/** The largest file of a field, together with the rest of its form. */
const bodyLimit = 10 * 1024 * 1024 + 64 * 1024

/** Takes the files that signers send into fields, and removes them on request before the signature. */
export function registerFiles(app: FastifyInstance, deps: HttpDependencies): void {
  app.addContentTypeParser<Buffer>(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      const type = request.headers['content-type'] ?? ''
      if (!request.routeOptions.config.takesPart) throw new HttpError(415, say('form_type'))
      const parts = await readParts(type, body)
      const members = [...parts].filter((part): part is [string, string] => typeof part[1] === 'string')
      return { ...Object.fromEntries(members), file: parts.get('file') }
    },
  )
  const options = { bodyLimit, config: { takesPart: true, isUpload: true } } as const
  app.post(`/:link/${signerParam}/files/:field`, options, async (request, reply) => {
    const { work, form, session } = await begin(request, deps)
    const { file, ...body } = Object(request.body)
    const sent = { field: fieldOf(request), ...(await readFile(file)) }
    return workOn(reply, work, () =>
      sendFile(session.ctx, session.ceremony, readSent(request, { ...form, ...body }), sent),
    )
  })
  app.post(`/:link/${signerParam}/files/:field/back`, async (request, reply) => {
    const { work, form, session } = await begin(request, deps)
    return workOn(reply, work, () =>
      takeFileBack(session.ctx, session.ceremony, readSent(request, form), fieldOf(request)),
    )
  })
  app.get(`/:link/${signerParam}/files/:field`, async (request, reply) =>
    reply.redirect((await begin(request, deps)).session.base, 303),
  )
}

async function begin(request: FastifyRequest, deps: HttpDependencies) {
  const session = await requireSession(request, deps)
  const place = await locate(request, deps)
  const form = readForm(request)
  const reader: Reader = readerOf(request)
  // The form of a file does not have the typed values beside it. The page shows those as they were saved.
  return { session, form, work: { session, place, form: {}, reader } }
}

function fieldOf(request: FastifyRequest): string {
  return (request.params as { field?: string }).field ?? ''
}

async function readFile(part: unknown): Promise<{ name: string; bytes: Buffer }> {
  if (!(part instanceof File)) return { name: '', bytes: Buffer.alloc(0) }
  return { name: part.name, bytes: Buffer.from(await part.arrayBuffer()) }
}
