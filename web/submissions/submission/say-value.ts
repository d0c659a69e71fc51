/** The value of a field for people: days and numbers in the form of the person's language, and a tick in words. */
export function sayValue(type: string | undefined, value: string, language: string, ticked: string): string {
  if (type === 'checkbox' && value === 'true') return ticked
  if (type === 'date') return sayDay(value, language)
  // A moment has this day in one zone only, so the text names the zone.
  if (type === 'signing_date' && value !== '') return `${sayDay(value, language)} UTC`
  if (type === 'number' && value !== '')
    return new Intl.NumberFormat(language, { maximumFractionDigits: 20 }).format(Number(value))
  return value
}

// A day has no zone, so it is written in the zone in which it is read.
function sayDay(day: string, language: string): string {
  const at = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(at.getTime())
    ? day
    : new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(at)
}
