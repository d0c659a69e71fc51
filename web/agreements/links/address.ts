import { prefix } from '../../app/place.ts'

/** A name and a value of a link's metadata, as typed. */
export type Entry = { name: string; value: string }

/** The address of a link with metadata, without entries that have no name. */
export function addressOf(linkId: string, entries: readonly Entry[] = []): string {
  const query = new URLSearchParams(given(entries).map(({ name, value }) => [name, value]))
  const search = query.toString()
  return `${location.origin}${prefix}/agree/${linkId}${search && `?${search}`}`
}

/** The entries as metadata; a repeated name has all its values. */
export function metadataOf(entries: readonly Entry[]): Record<string, string | string[]> {
  const metadata: Record<string, string | string[]> = {}
  for (const { name, value } of given(entries)) {
    const known = metadata[name]
    metadata[name] = known === undefined ? value : [known, value].flat()
  }
  return metadata
}

const given = (entries: readonly Entry[]) => entries.filter(({ name }) => name !== '')
