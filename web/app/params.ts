import { useParams } from '@tanstack/react-router'

/** The id that the address of the page names: of `/webhooks/$id`. */
export function usePathId(): string {
  const { id = '' }: { id?: string } = useParams({ strict: false })
  return id
}
