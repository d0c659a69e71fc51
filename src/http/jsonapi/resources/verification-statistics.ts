import { Type } from 'typebox'
import { daySpans, listVerificationStatistics, verificationStatisticsList } from '../../../core/statistics/index.ts'
import { integer, json, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { wordIds } from '../ids.ts'

const spans = daySpans.map(({ id }) => id)
const orNull = Type.Union([Type.Integer(), Type.Null()])
const outcomes = {
  ordered: Type.Integer(),
  open: Type.Integer(),
  verified: Type.Integer(),
  rejected: Type.Integer(),
  ended: Type.Integer({ description: 'Ended without a result.' }),
}
const kinds = Type.Array(Type.Object({ kind: Type.String(), ...outcomes }))
const day = Type.Object({
  day: Type.String({ description: 'A day of UTC.' }),
  ...outcomes,
  medianMs: orNull,
  p90Ms: orNull,
  sampled: Type.Integer({ description: 'From how many of these the times are computed.' }),
})

/** Volumes, outcomes and turnaround of verifications. */
export const verificationStatistics = defineResource({
  type: 'verification-statistics',
  idKind: 'verification_statistics',
  ids: wordIds(spans),
  about: `Verifications by the day of their order, without scans, with their present state. The id is the span: ${spans.join(', ')}.`,
  permissions: { read: 'verifications:read' },
  fields: verificationStatisticsList.fields,
  attributes: {
    since: time('The beginning of the first day.'),
    ordered: integer('How many were ordered.'),
    open: integer('How many of them have not ended.'),
    verified: integer('How many of them ended verified.'),
    rejected: integer('How many of them ended rejected.'),
    ended: integer('How many of them ended without a result.'),
    kinds: json(kinds, 'The same by type of verification.'),
    days: json(
      Type.Array(day),
      'The same by day, oldest first. medianMs and p90Ms measure the time from order to end of the verifications that were completed on that day.',
    ),
  },
  relationships: {},
  instead: { create: 'The server counts.', update: 'The server counts.', remove: 'The server counts.' },
  list: listVerificationStatistics,
})
