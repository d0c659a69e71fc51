/** The codes with which better-auth refuses. */
export type Refused = { refused: string }

/** The outcome of a sign-in: cookies and the session's person, a code that must follow, or the reason of a refusal. */
export type Outcome = { cookies: string[]; userId: string } | { cookies: string[]; needsCode: true } | Refused

/** Runs a call that better-auth may refuse. Throws errors that a person cannot mend, such as a lost database. */
export async function refusable<T>(attempt: () => Promise<T>): Promise<T | Refused> {
  try {
    return await attempt()
  } catch (error) {
    const refused = codeOf(error)
    if (refused === null) throw error
    return { refused }
  }
}

// An APIError has an HTTP status, and a body with a code.
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || error.name !== 'APIError') return null
  const { statusCode, body } = { statusCode: 500, body: null, ...error }
  const { code } = { code: 'REFUSED', ...Object(body) }
  // better-auth reports a malformed passkey as an error of its own.
  return Number(statusCode) < 500 || code === 'FAILED_TO_VERIFY_REGISTRATION' ? String(code) : null
}
