/**
 * An OpenAPI document as it is published: without the words that only our own validation reads, and in the spelling
 * that generators of clients read. Several of them drop `const` and take an `enum` of one.
 */
export function publishOpenApi(document: object) {
  const ours = new Set(['multiline'])
  return JSON.parse(JSON.stringify(document, (name, value) => (ours.has(name) ? undefined : withoutConst(value))))
}

function withoutConst(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('const' in value)) return value
  const { const: only, ...rest } = value
  return typeof only === 'object' ? value : { type: typeof only, ...rest, enum: [only] }
}
