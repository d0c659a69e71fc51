/**
 * An OpenAPI document in its published form: without the words that only our own validation reads, and in the spelling
 * that client generators read. Several generators drop `const` and accept an `enum` with one value.
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
