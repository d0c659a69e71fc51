import type { VersionChange } from './change.ts'

const isoTime = { type: 'string', format: 'date-time', description: 'ISO 8601, UTC, with milliseconds.' }

/** Release notes of 2.1: "Unix timestamps are now the standard for all datetime attributes". */
export const unixTimes: VersionChange = {
  id: 'unix-times',
  description: 'Times are unix timestamps in milliseconds; before, they were ISO 8601 text.',
  resources: ['verification', 'webhook', 'webhook_with_secret'],
  schema: (newer) => ({
    ...newer,
    properties: mapTimes(newer.properties, () => isoTime),
  }),
  response: (newer) => mapTimes(newer, (value) => (typeof value === 'number' ? new Date(value).toISOString() : value)),
}

function mapTimes<T>(members: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(
    Object.entries(members).map(([name, value]) => [name, name.endsWith('_at') ? change(value) : value]),
  )
}
