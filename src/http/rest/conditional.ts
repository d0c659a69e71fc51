import { DomainError } from '../../core/errors.ts'
import { etagOf, namesEtag } from '../etags.ts'

/** Lets a write go on only if If-Match, when there is one, names what is there now. Throws `precondition_failed`. */
export function requireMatch(header: string | undefined, current: object): void {
  if (header === undefined || namesEtag(header, etagOf(JSON.stringify(current)))) return
  const message = 'The object has changed since you read it: its ETag is not the one in If-Match.'
  throw new DomainError('conflict', 'precondition_failed', message)
}
