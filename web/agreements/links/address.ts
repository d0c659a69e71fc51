import { prefix } from '../../app/place.ts'

/** A name and a value that go with a link, as they are typed. */
export type Entry = { name: string; value: string }

/** Where a link is opened, with the metadata of whoever is sent there. Entries without a name are not there yet. */
export function addressOf(linkId: string, entries: readonly Entry[] = []): string {
  const query = new URLSearchParams(given(entries).map(({ name, value }) => [name, value]))
  const search = query.toString()
  return `${location.origin}${prefix}/agree/${linkId}${search && `?${search}`}`
}

/** The entries as metadata: a name that comes more than once has all its values. */
export function metadataOf(entries: readonly Entry[]): Record<string, string | string[]> {
  const metadata: Record<string, string | string[]> = {}
  for (const { name, value } of given(entries)) {
    const known = metadata[name]
    metadata[name] = known === undefined ? value : [known, value].flat()
  }
  return metadata
}

const given = (entries: readonly Entry[]) => entries.filter(({ name }) => name !== '')
