import { formatId, type Id } from '../../core/ids.ts'

/** The address of a link. */
export function baseOf(linkId: Id): string {
  return `/agree/${formatId('agreement_link', linkId)}/`
}

/** The address of a signer's own pages. */
export function signerBaseOf(linkId: Id, signerId: Id): string {
  return `${baseOf(linkId)}${formatId('signer', signerId)}/`
}
