import { useEffect, useState } from 'react'
import type { Document, Resources } from '../../../clients/jsonapi/src/index.ts'
import { useChange } from '../../app/api.ts'
import {
  type Agreement,
  changesOf,
  type Draft,
  draftOf,
  findDraft,
  isChanged,
  keepDraft,
  type Writing,
} from './draft.ts'

/**
 * A draft of an agreement. This browser keeps it until it is saved, and it is saved only over the version from which it
 * began.
 */
export function useDraft(read: Document<Agreement>) {
  const [{ base, draft, isRestored }, setWriting] = useState<Writing>(() => begin(read))
  const isDirty = isChanged(draft, base.data)
  const [version, known] = [read.data.attributes.version, base.data.attributes.version]
  const isNewer = Date.parse(read.data.attributes.updatedAt) > Date.parse(base.data.attributes.updatedAt)
  useEffect(() => {
    // The draft has no changes, so it uses the saved version.
    if (isNewer && !isDirty) setWriting({ base: read, draft: draftOf(read.data), isRestored: false })
    else if (isNewer && version === known) setWriting((writing) => ({ ...writing, base: read }))
  }, [isNewer, isDirty, read, version, known])
  useEffect(() => keepDraft(base, isDirty ? draft : null), [base, draft, isDirty])
  const send = useChange(['agreements', 'agreement-versions'], (api, { from, changes }: Sent) =>
    api.update('agreements', from.data.id, changes, {}, { ifMatch: from.etag }),
  )
  const saveOver = async (from: Document<Agreement>, more: Sent['changes'] = {}) => {
    const saved = await send.mutateAsync({ from, changes: { ...changesOf(draft, from.data), ...more } })
    setWriting({ base: saved, draft: draftOf(saved.data), isRestored: false })
    return saved.data.attributes
  }
  return {
    base: base.data,
    draft,
    isDirty,
    isRestored: isRestored && isDirty,
    isSaving: send.isPending,
    /** The version that another person has saved since the draft began, or null. */
    theirs: isNewer && isDirty && version > known ? read : null,
    write: (changes: Partial<Draft>) =>
      setWriting((writing) => ({ ...writing, draft: { ...writing.draft, ...changes } })),
    discard: () => setWriting({ base: read, draft: draftOf(read.data), isRestored: false }),
    save: () => saveOver(base),
    /** Saves the draft together with values outside of drafts, such as another file. */
    saveWith: (more: Sent['changes']) => saveOver(base, more),
    saveOver,
    /** Makes an older version the newest again, with its file. Unsaved changes are dropped. */
    restore: async (fromVersion: number) => {
      const saved = await send.mutateAsync({ from: base, changes: { fromVersion } })
      setWriting({ base: saved, draft: draftOf(saved.data), isRestored: false })
      return saved.data.attributes
    },
  }
}

export type DraftInHand = ReturnType<typeof useDraft>
type Sent = { from: Document<Agreement>; changes: Resources['agreements']['update'] }

function begin(read: Document<Agreement>): Writing {
  const kept = findDraft(read.data.id)
  const isOver = read.data.attributes.isArchived
  if (!kept || isOver || !isChanged(kept.draft, read.data))
    return { base: read, draft: draftOf(read.data), isRestored: false }
  const { attributes } = read.data
  // The kept draft began from an older version, so the page shows the conflict.
  const isOld = kept.version < attributes.version
  const old = { ...attributes, version: kept.version, updatedAt: new Date(0).toISOString() }
  const base = isOld ? { ...read, etag: '"older"', data: { ...read.data, attributes: old } } : read
  return { base, draft: kept.draft, isRestored: true }
}
