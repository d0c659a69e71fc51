/** What a filter over metadata asks for; undefined when the text is no JSON object. */
export function readMetadata(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

/** The members that ask for a list or an object, which metadata is not compared by. */
export function namesOfNested(metadata: Record<string, unknown>): string[] {
  return Object.keys(metadata).filter((name) => metadata[name] !== null && typeof metadata[name] === 'object')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
