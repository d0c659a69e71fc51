import { sealReasonCodes } from '../texts/index.ts'

/** What an API says of the member that tells why a document is not sealed. */
export const aboutSealReason: string = `Why the last try to seal its document failed: ${sealReasonCodes.join(', ')}. Null while none has, and once it is sealed.`
