import { useMemo } from 'react'
import { useResources } from '../app/api.ts'
import { useSession } from '../app/session.ts'

const query = { fields: { agreements: ['title'] }, page: { size: 100 } }

/** The titles of the newest agreements by id, for choices and names. */
export function useTitles(): ReadonlyMap<string, string> {
  const { data } = useResources('agreements', query, useSession().may('agreements:read'))
  return useMemo(() => new Map(data?.data.map(({ id, attributes }) => [id, attributes.title])), [data])
}
