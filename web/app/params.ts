import { useParams } from '@tanstack/react-router'

/** The id in the address of the page, such as in `/webhooks/$id`. */
export function usePathId(): string {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  return id
}
