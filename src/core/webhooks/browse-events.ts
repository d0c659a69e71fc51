import type { Context } from '../context.ts'
import type { EventType } from '../events.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { subjectOf } from './browse.ts'
import { eventColumns, eventsOf, isUndelivered, type LoggedEvent, withDeliveries } from './event-log.ts'
import { triggerEvent } from './trigger.ts'

/** What events can be listed by. */
export const eventFields: ListFields = {
  id: listField('id', 'event.id'),
  type: listField('word', 'event.type'),
  isTest: listField('boolean', 'event.is_test'),
  isUndelivered: { ...listField('boolean', isUndelivered), sortable: false },
  verificationId: subjectOf('verification'),
  submissionId: subjectOf('submission'),
  signerId: subjectOf('signer'),
  occurredAt: listField('time', 'event.occurred_at'),
}

/** Everything that happened, by any of its fields, newest first unless sorted: heard of or not. */
export async function browseEvents(ctx: Context, request: ListRequest): Promise<Page<LoggedEvent>> {
  requirePermission(ctx, 'webhooks:read')
  const query = () => eventsOf(ctx).select(eventColumns)
  const page = await listRows(ctx, { fields: eventFields, query, newest: 'occurredAt' }, request)
  return { ...page, items: await withDeliveries(ctx, page.items) }
}

/** Makes up an event for every webhook that subscribes, and answers with it; see triggerEvent. */
export async function requestTrigger(ctx: Context, type: EventType): Promise<LoggedEvent> {
  const { id } = await triggerEvent(ctx, type)
  const row = await eventsOf(ctx).select(eventColumns).where('event.id', '=', id).executeTakeFirstOrThrow()
  const [event] = await withDeliveries(ctx, [row])
  if (!event) throw new Error('The event that was made is not there.')
  return event
}
