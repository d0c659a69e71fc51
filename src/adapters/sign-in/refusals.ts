/** A word of better-auth that says why it does not do something. */
export type Refused = { refused: string }

/** What came of a try to sign in: cookies to set and whose session it is, or that a code must follow, or why not. */
export type Outcome = { cookies: string[]; userId: string } | { cookies: string[]; needsCode: true } | Refused

/** Tries something that better-auth may refuse. What a person cannot mend (the database is away, say) is thrown. */
export async function refusable<T>(attempt: () => Promise<T>): Promise<T | Refused> {
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
  const { code } = { code: 'REFUSED', ...Object(body) }
  // What a browser sends for a new passkey may be anything; better-auth calls that a fault of its own.
  return Number(statusCode) < 500 || code === 'FAILED_TO_VERIFY_REGISTRATION' ? String(code) : null
}
