import { formatInstant } from '../../src/adapters/pdf/instant.ts'
import { fieldKinds, readGiven, toFields } from '../../src/core/agreements/index.ts'
import { formatDay, readDay } from '../../src/core/days.ts'
import { sayMinute } from '../../src/core/moments.ts'
import { sayMoment } from '../../src/http/sign/words.ts'
import { sayValue } from '../../web/submissions/submission/say-value.ts'

// Prints sentences about days and moments. A test starts it in several time zones.

const days = ['2026-01-01', '2026-03-29', '2026-10-25', '2026-12-31', '1900-01-01', '2199-12-31']
const locales = ['en-US', 'en-GB', 'fr', 'de', 'ar']
const moment = new Date('2026-12-31T23:59:30.000Z')
const field = { key: 'day', type: 'date', role: 'tenant', label: 'Day', required: true, min: '1900-01-01' }
const fields = toFields([field])
const [known] = fields

process.stdout.write(
  JSON.stringify({
    offset: new Date(2026, 0, 1).getTimezoneOffset(),
    days: days.flatMap((day) => [
      ...locales.map((locale) => [formatDay(day, locale), readDay(formatDay(day, locale), locale)]),
      [sayValue('date', day, 'en', ''), sayValue('date', day, 'fr', '')],
      readGiven(fields, 'tenant', { day }).values,
      known && fieldKinds.date.finish(day, known, { language: 'en', mark: null }),
    ]),
    moments: [formatInstant(moment), sayMinute(moment), ...locales.map((locale) => sayMoment(moment, { locale }))],
  }),
)
