import { Type } from 'typebox'
import { say } from '../core/errors.ts'
import { HttpError } from './problem.ts'
import { bodyLimit } from './request-limits.ts'

/** The limit for a body with a file of 25 MiB, as base64, together with the other members. */
export const uploadLimit = 37 * 1024 * 1024

const longestName = 255
const longestBase64 = 36 * 1024 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for a route that takes a file. Its body may be large, and may use the whole time of a request. */
    isUpload?: true
  }
}

/** A file in a body of JSON. The base64 may have line ends. */
export function fileUploadSchema(description: string) {
  return Type.Object(
    { name: Type.String({ maxLength: longestName }), base64: Type.String({ maxLength: longestBase64 }) },
    { additionalProperties: false, multiline: true, description },
  )
}

/** Throws 413 for a body whose other members are large, because reading them would delay everybody. */
export function requireSmallBesideFile(body: Buffer): void {
  if (body.length <= bodyLimit) return
  const name = body.indexOf('"base64"')
  const from = name < 0 ? -1 : body.indexOf('"', name + 8)
  const to = from < 0 ? -1 : body.indexOf('"', from + 1)
  if (to < 0 || body.length - (to - from) > bodyLimit) throw new HttpError(413, say('body_large'))
}
