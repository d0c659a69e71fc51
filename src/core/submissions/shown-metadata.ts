import type { AgreementVersion, SubmissionRow } from './contents.ts'
import type { Metadata } from './metadata.ts'

/**
 * The metadata that a signer sees on the pages and in the document: the pairs that the agreement names. If it names
 * none, a signer sees the pairs of the link's URL, and never those that the organization gave.
 */
export function shownMetadata(
  { shown_metadata: named }: Pick<AgreementVersion, 'shown_metadata'>,
  { metadata, metadata_source }: Pick<SubmissionRow, 'metadata' | 'metadata_source'>,
): Metadata {
  if (named === null) return metadata_source === 'link' ? metadata : {}
  return Object.fromEntries(
    named.flatMap((name) => (Object.hasOwn(metadata, name) ? [[name, metadata[name] ?? '']] : [])),
  )
}
