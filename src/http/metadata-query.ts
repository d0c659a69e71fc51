/** The metadata that a filter looks for; undefined when the text is not a JSON object. */
export function readMetadata(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
}

/** The members with a list or an object as value, because filters do not compare those. */
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
