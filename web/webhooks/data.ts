import type { UseMutationResult } from '@tanstack/react-query'
import { type Resource, useChange, useResources } from '../app/api.ts'

export type Webhook = Resource<'webhooks'>

/** How each webhook went over the last day, by the id of the webhook. */
export function useDays(): Map<string, Resource<'webhook-statistics'>> {
  const { data } = useResources('webhook-statistics', { filter: { span: 'day' }, page: { size: 100 } })
  return new Map((data?.data ?? []).map((one) => [one.relationships.webhook.data?.id ?? '', one]))
}

/** Turns a webhook on or off. */
export function useSwitch(): UseMutationResult<unknown, Error, { id: string; on: boolean }> {
  return useChange(['webhooks'], (api, { id, on }: { id: string; on: boolean }) =>
    api.update('webhooks', id, { serviceStatus: on }),
  )
}

/** Where the page of a webhook is. */
export function pathOf(id: string): string {
  return `/webhooks/${encodeURIComponent(id)}`
}
