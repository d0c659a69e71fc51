const dayPattern = /^(\d{4})-(\d\d)-(\d\d)/

/**
 * The moment that a text in a form of ISO 8601 names, or null. A day that no calendar has (30 February) is none, though
 * JavaScript would read it as one in March. Callers check the form first.
 */
export function readMoment(text: string): Date | null {
  const moment = new Date(text)
  const [, year = '', month = '', day = ''] = dayPattern.exec(text) ?? []
  const lastDay = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number.isNaN(moment.getTime()) || Number(day) > lastDay ? null : moment
}
