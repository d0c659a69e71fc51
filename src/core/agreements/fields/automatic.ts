import type { FieldKind } from './field.ts'

/** The values of automatic fields: the name and e-mail that the acting person gave, and the present day in UTC. */
export type Automatic = { name: string; email: string; day: string }

type AutomaticKind = FieldKind & { derive(known: Automatic): string }

/** The record fills these fields in when the person acts. */
const itself = {
  options: ['showIf'],
  filledBy: 'record',
  keepsLabel: false,
  required: 'required',
  findOptionFaults: () => [],
  read: () => '',
  findFaults: () => [],
} as const

export const name: AutomaticKind = {
  ...itself,
  size: { width: 160, height: 17 },
  about: 'the name that the person gave, filled in automatically',
  derive: (known) => known.name,
  greatestLength: () => 200,
  finish: (value) => ({ kind: 'text', value }),
}

export const email: AutomaticKind = {
  ...itself,
  size: { width: 180, height: 17 },
  about: 'the e-mail address of the person, filled in automatically',
  derive: (known) => known.email,
  greatestLength: () => 254,
  finish: (value) => ({ kind: 'text', value }),
}

export const signingDate: AutomaticKind = {
  ...itself,
  size: { width: 110, height: 17 },
  about: 'the day on which the person signs or approves, in UTC, filled in automatically',
  derive: (known) => known.day,
  greatestLength: () => 14,
  // A moment has a day only in a time zone, so the document names the zone.
  finish: (value) => ({ kind: 'text', value: value && `${value} UTC` }),
}
