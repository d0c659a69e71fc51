import { useQuery } from '@tanstack/react-query'
import { asClient, type Resource } from '../../app/api.ts'
import { useAwaited } from '../../parts/awaited.ts'

export type Recovery = Resource<'recoveries'>

/** The newest recovery of a webhook. It is read each second while it runs. */
export function useNewestRecovery(webhookId: string): Recovery | null {
  const query = { filter: { webhook: webhookId }, page: { size: 1 } }
  const { data } = useAwaited(
    useQuery({
      queryKey: ['recoveries', 'list', query],
      queryFn: ({ signal }) => asClient((api) => api.list('recoveries', query, { signal })),
      refetchInterval: ({ state }) => (state.data?.data[0]?.attributes.state === 'running' ? 1_000 : false),
    }),
  )
  return data?.data[0] ?? null
}
