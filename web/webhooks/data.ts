import { type UseMutationResult, useQuery } from '@tanstack/react-query'
import { asClient, type Resource, useChange } from '../app/api.ts'
import { useAwaited } from '../parts/awaited.ts'

export type Webhook = Resource<'webhooks'>

// Counting is dear where much is sent, so it does not follow each delivery.
const daysReadAgainMs = 30_000

/** How each webhook went over the last day, by the id of the webhook. */
export function useDays(): Map<string, Resource<'webhook-statistics'>> {
  const { data } = useAwaited(
    useQuery({
      queryKey: ['days of webhooks'],
      queryFn: ({ signal }) =>
        asClient((api) => api.list('webhook-statistics', { filter: { span: 'day' }, page: { size: 100 } }, { signal })),
      refetchInterval: daysReadAgainMs,
    }),
  )
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
