import { type UseMutationResult, useQuery } from '@tanstack/react-query'
import { asClient, type Resource, useChange } from '../app/api.ts'
import { useAwaited } from '../parts/awaited.ts'

export type Webhook = Resource<'webhooks'>

// Counting is expensive for busy webhooks, so it does not happen after each delivery.
const daysReadAgainMs = 30_000

/** The last day of each webhook, by its id. */
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

/** The address of a webhook's page. */
export function pathOf(id: string): string {
  return `/webhooks/${encodeURIComponent(id)}`
}
