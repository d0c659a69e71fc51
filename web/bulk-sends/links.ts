import { useMemo } from 'react'
import { useResources } from '../app/api.ts'
import { useSession } from '../app/session.ts'
import { useTitles } from '../submissions/titles.ts'

/** A link to send: its agreement's title, and its own. */
type Choice = { id: string; agreement: string; title: string; isActive: boolean }

/** The newest links of the organization, with the titles of their agreements. */
export function useLinks(): { links: readonly Choice[]; isPending: boolean } {
  const mayRead = useSession().may('agreements:read')
  const { data, isPending } = useResources('agreement-links', { page: { size: 100 } }, mayRead)
  const titles = useTitles()
  const links = useMemo(
    () =>
      (data?.data ?? []).map(({ id, attributes: { title, isActive }, relationships: { agreement } }) => {
        const name = titles.get(agreement.data?.id ?? '') ?? title
        return { id, agreement: name, title: title === name ? '' : title, isActive }
      }),
    [data, titles],
  )
  return { links, isPending: isPending && mayRead }
}
