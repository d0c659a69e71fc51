/** What came of a try: cookies to set, or a word of better-auth that says why not. */
export type Outcome = { cookies: string[]; userId: string } | { refused: string }

/** Tries something that better-auth may refuse. What a person cannot mend (the database is away, say) is thrown. */
export async function refusable<T>(attempt: () => Promise<T>): Promise<T | { refused: string }> {
  try {
    return await attempt()
  } catch (error) {
    const refused = codeOf(error)
    if (refused === null) throw error
    return { refused }
  }
}

// An APIError has a status of HTTP and a body with a code.
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'APIError') return null
  const { statusCode, body } = { statusCode: 500, body: null, ...error }
  if (Number(statusCode) >= 500) return null
  const { code } = { code: 'REFUSED', ...Object(body) }
  return String(code)
}
