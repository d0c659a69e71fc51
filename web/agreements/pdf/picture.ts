import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { asClient, queryClient } from '../../app/api.ts'
import type { Agreement } from '../agreement/draft.ts'

function pictureOf({ id, attributes }: Agreement, page: number) {
  return {
    queryKey: ['agreement-pages', id, attributes.sourceSha256, page],
    queryFn: () => asClient((api) => api.download('agreements', id, `pages/${page}`)),
    staleTime: Number.POSITIVE_INFINITY,
  }
}

/** The picture of a page as signers see it, at an address of this browser. The next picture is loaded ahead. */
export function usePicture(of: Agreement, page: number) {
  const asked = useQuery(pictureOf(of, page))
  const { data: picture } = asked
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    if (!picture) return
    const made = URL.createObjectURL(picture)
    setAddress(made)
    return () => {
      setAddress(null)
      URL.revokeObjectURL(made)
    }
  }, [picture])
  const isMore = page < (of.attributes.file?.pages.length ?? 0)
  useEffect(() => {
    if (picture && isMore) void queryClient.prefetchQuery(pictureOf(of, page + 1))
  }, [picture, isMore, of, page])
  return { address, error: asked.error, again: () => void asked.refetch() }
}
