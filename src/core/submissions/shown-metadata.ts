import type { AgreementVersion, SubmissionRow } from './contents.ts'
import type { Metadata } from './metadata.ts'

/**
 * The metadata that a signer sees, on the pages and in the finished document: what the agreement names. When it says
 * nothing, that is what the signer's own address says, and nothing of what the organization gave by itself.
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
