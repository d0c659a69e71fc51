import type { Document, Resource, Resources } from '../../../clients/jsonapi/src/index.ts'

export type Agreement = Resource<'agreements'>
export type Field = Agreement['attributes']['fields'][number]
export type Role = Agreement['attributes']['signerRoles'][number]
export type RequiredVerification = Agreement['attributes']['requiredVerifications'][number]

/** The editable members of an agreement. */
export type Draft = Pick<
  Agreement['attributes'],
  | 'title'
  | 'source'
  | 'language'
  | 'signerRoles'
  | 'fields'
  | 'requiredVerifications'
  | 'shownMetadata'
  | 'documentRetentionDays'
  | 'tags'
>

/** A saved agreement, and a draft of changes to it. */
export type Writing = { base: Document<Agreement>; draft: Draft; isRestored: boolean }

/** The editable members of a saved agreement. */
export function draftOf({ attributes }: Agreement): Draft {
  const { title, source, language, signerRoles, fields, requiredVerifications } = attributes
  const { shownMetadata, documentRetentionDays, tags } = attributes
  return {
    title,
    source,
    language,
    signerRoles,
    fields,
    requiredVerifications,
    shownMetadata,
    documentRetentionDays,
    tags,
  }
}

/** The members in which a draft differs from its saved agreement. */
export function changesOf(draft: Draft, base: Agreement): Resources['agreements']['update'] {
  const known: Record<string, unknown> = draftOf(base)
  return Object.fromEntries(
    Object.entries(draft).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(known[name])),
  )
}

export const isChanged = (draft: Draft, base: Agreement) => Object.keys(changesOf(draft, base)).length > 0

const keyOf = (id: string) => `sealane-draft ${id}`

/**
 * Keeps a draft in this browser until it is saved, or forgets it. A draft that is too large for the storage is not
 * kept.
 */
export function keepDraft({ data }: Document<Agreement>, draft: Draft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(data.id))
    else localStorage.setItem(keyOf(data.id), JSON.stringify({ version: data.attributes.version, draft }))
  } catch {
    // The storage is full or forbidden. The page itself still has the draft.
  }
}

/** The kept draft of an agreement, with the version from which it began. */
export function findDraft(id: string): { version: number; draft: Draft } | null {
  try {
    return JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
  } catch {
    return null
  }
}
