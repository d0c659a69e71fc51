import { Type } from 'typebox'
import { sayShape } from '../../../texts/index.ts'
import { namesOfNested, readMetadata } from '../../metadata-query.ts'
import type { ShapeFault } from '../shape-fault.ts'

/** The filter `verification_metadata`: a JSON object in the query, as in the guide. */
export const metadataQuery = Type.Optional(
  Type.String({
    maxLength: 4_000,
    contentMediaType: 'application/json',
    description:
      'A JSON object of metadata fields. All of them must be equal (AND). Values are compared as text, so "30" finds 30.',
    examples: ['{"internal_id":"123","internal_name":"John Doe"}'],
  }),
)

/** The faults of the filter: it must be a JSON object of texts, numbers, booleans and nulls. */
export function findMetadataQueryFaults(text: string | undefined): ShapeFault[] {
  if (text === undefined) return []
  const asked = readMetadata(text)
  if (!asked) return [fault([], sayShape('metadata_object'))]
  return namesOfNested(asked).map((name) => fault([name], sayShape('metadata_value')))
}

function fault(path: string[], message: string) {
  return { path: ['verification_metadata', ...path], rule: 'json_object', message }
}
