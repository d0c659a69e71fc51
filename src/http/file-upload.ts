import { decodeBase64 } from '../core/base64.ts'
import { fault, invalid } from '../core/errors.ts'

/** The bytes of a file in a body. The fault points to `member`, core's name of the file. Throws `validation_failed`. */
export function readFileUpload(member: string, { name, base64 }: { name: string; base64: string }) {
  const bytes = decodeBase64(base64)
  if (!bytes) throw invalid([fault([member, 'base64'], 'base64')])
  return { name, bytes }
}
