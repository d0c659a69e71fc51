export type Screening = { type: string; status: string | null; result: string | null }

export type Details = {
  waitingOn: string | null
  eta: string | null
  reasonCodes: string[]
  screenings: Screening[]
}

/** What the details of a check say, as far as the page shows it. They are a document that the API hands on as it is. */
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

/** The words of a machine, as people write them: "sex_offender_registry" is "sex offender registry". */
export function spell(word: string): string {
  return word.replaceAll('_', ' ').toLowerCase()
}
