type Screening = { type: string; status: string | null; result: string | null }

type Details = {
  waitingOn: string | null
  eta: string | null
  reasonCodes: string[]
  screenings: Screening[]
}

/** The members of a check's details that the page shows. The API passes the details on unchanged. */
export function readDetails(details: Record<string, unknown>): Details {
  const { waiting_on: waitingOn, eta, reason_codes: reasons, screenings } = details
  return {
    waitingOn: textOf(waitingOn),
    eta: textOf(eta),
    reasonCodes: listOf(reasons).flatMap((reason) => textOf(reason) ?? []),
    screenings: listOf(screenings).flatMap((one) => screeningOf(one) ?? []),
  }
}

function screeningOf(value: unknown): Screening | null {
  if (typeof value !== 'object' || value === null || !('type' in value)) return null
  const { type, status, result }: { type: unknown; status?: unknown; result?: unknown } = value
  return { type: textOf(type) ?? '', status: textOf(status), result: textOf(result) }
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** A code as words: "sex_offender_registry" is "sex offender registry". */
export function spell(word: string): string {
  return word.replaceAll('_', ' ').toLowerCase()
}
