import { listOpenTasks, mostCounted, openTaskList, openTaskNames } from '../../../core/statistics/index.ts'
import { boolean, integer, time } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { wordIds } from '../ids.ts'

/** The things that somebody must do now. */
export const openTasks = defineResource({
  type: 'open-tasks',
  idKind: 'open_task',
  ids: wordIds(openTaskNames),
  about: `Open tasks that you may see: ${openTaskNames.join(', ')}.`,
  permissions: { read: 'organization:read' },
  fields: openTaskList.fields,
  attributes: {
    count: integer(`How many open tasks of this kind exist; at most ${mostCounted} are counted.`),
    isMore: boolean('Whether more exist than were counted.'),
    oldestAt: time('Since when the oldest waits, or when the first ends; null without open tasks.', { nullable: true }),
  },
  relationships: {},
  instead: { create: 'The server counts them.', update: 'The server counts them.', remove: 'Do what it counts.' },
  list: listOpenTasks,
})
