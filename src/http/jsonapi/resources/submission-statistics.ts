import { Type } from 'typebox'
import { daySpans, listSubmissionStatistics, submissionStatisticsList } from '../../../core/statistics/index.ts'
import { integer, json, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { wordIds } from '../ids.ts'

const spans = daySpans.map(({ id }) => id)
const orNull = Type.Union([Type.Integer(), Type.Null()])
const day = Type.Object({
  day: Type.String({ description: 'A day of UTC.' }),
  begun: Type.Integer(),
  completed: Type.Integer(),
  medianMs: orNull,
  p90Ms: orNull,
  sampled: Type.Integer({ description: 'From how many of these the times are computed.' }),
})

/** Runs through links by day. */
export const submissionStatistics = defineResource({
  type: 'submission-statistics',
  idKind: 'submission_statistics',
  ids: wordIds(spans),
  about: `Submissions begun and completed by day. The id is the span: ${spans.join(', ')}.`,
  permissions: { read: 'submissions:read' },
  fields: submissionStatisticsList.fields,
  attributes: {
    since: time('The beginning of the first day.'),
    begun: integer('How many began.'),
    completed: integer('How many were completed.'),
    days: json(
      Type.Array(day),
      'The same by day, oldest first. medianMs and p90Ms measure the time from the beginning to the last signature of the submissions that were completed on that day.',
    ),
  },
  relationships: {},
  instead: { create: 'The server counts.', update: 'The server counts.', remove: 'The server counts.' },
  list: listSubmissionStatistics,
})
