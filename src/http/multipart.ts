import { DomainError, say } from '../core/errors.ts'

/** The parts of a body of multipart/form-data. Throws `malformed_json` for an invalid body. */
export async function readParts(type: string, body: Buffer): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  } catch {
    throw new DomainError('invalid', 'malformed_json', say('multipart'))
  }
}
