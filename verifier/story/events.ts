import type { Row } from '../evidence/rows.ts'
import { memberOf, textOf } from './members.ts'

/** One row of the trail for the report. `values` fill the sentence of the action. */
export type EventStory = {
  row: number
  at: string
  action: string
  actor: string
  values: Readonly<Record<string, string>>
}

const told = [
  'kind',
  'textVersion',
  'textSha256',
  'method',
  'shownSha256',
  'markSha256',
  'name',
  'email',
  'reason',
  'contentSha256',
] as const
const checked = ['type', 'tier', 'provider', 'status', 'result'] as const

/** The events of a trail, row by row. */
export function tellEvents(rows: readonly Row[]): EventStory[] {
  return rows.map((row) => {
    const members = [...told, ...checked].map((name) => [name, textOf(row, `data.${name}`)] as const)
    const whence = [
      ['ip', textOf(row, 'actor.ipAddress')],
      ['browser', textOf(row, 'actor.userAgent')],
    ] as const
    const known = [...members, ...whence].flatMap(([name, value]) => (value === null ? [] : [[name, value]]))
    return {
      row: row.sequence,
      at: row.occurred_at,
      action: row.action,
      actor: textOf(row, 'actor.kind') ?? 'system',
      values: Object.fromEntries(known),
    }
  })
}

/** The sender of the document: the actor of the first row, by kind and id. */
export function tellSender([first]: readonly Row[]): { kind: string; id: string | null } {
  const kind = first ? memberOf(first, 'actor.kind') : null
  return { kind: typeof kind === 'string' ? kind : 'system', id: first ? textOf(first, 'actor.id') : null }
}
