import { Type } from 'typebox'

/** For what takes a file of 25 MiB: as base64, with all that may stand beside it. */
export const uploadLimit = 37 * 1024 * 1024

const longestName = 255
const longestBase64 = 36 * 1024 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True for what takes a file: its body may be large, and may take as long as a request may take at all. */
    isUpload?: true
  }
}

/** A file in a body of JSON. Line ends may stand in the base64. */
export function fileUploadSchema(description: string) {
  return Type.Object(
    { name: Type.String({ maxLength: longestName }), base64: Type.String({ maxLength: longestBase64 }) },
    { additionalProperties: false, multiline: true, description },
  )
}
