import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asClient, type Resource } from '../../app/api.ts'
import { inOwnWords } from '../../app/own-words.ts'
import type { Draft } from './draft.ts'
import { type Fault, faultsOf } from './preview-faults.ts'

type Answer = Resource<'agreement-previews'>['attributes']
export type Shown = Pick<Answer, 'title' | 'language' | 'html' | 'spots' | 'stylesheet' | 'fields'> & {
  faults: readonly Fault[]
}

const pauseMs = 350

/** A draft in the form of the preview API. */
export function wordsOf({ documentRetentionDays: _, shownMetadata: __, tags: ___, ...words }: Draft) {
  return words
}

/** For a PDF: the agreement with the PDF, and the role whose signing page is shown. */
export type OfPdf = { agreementId: string; shownTo?: string }

/** The relationships of a preview. */
export const relatedTo = ({ agreementId: id }: OfPdf) => ({ agreement: { data: { type: 'agreements' as const, id } } })

/**
 * The preview and the faults of a draft, a short time after the last key. Only for people who may change the draft.
 * `seenBy` is the role whose signing page is shown for a text.
 */
export function usePreview(draft: Draft, mayWrite: boolean, pdf?: OfPdf, seenBy?: string) {
  const [settled] = useDebouncedValue(draft, pauseMs)
  const shownTo = pdf?.shownTo ?? seenBy
  const words = { ...wordsOf(settled), ...(shownTo ? { shownTo } : {}) }
  const related = pdf && relatedTo(pdf)
  return useQuery({
    enabled: mayWrite,
    queryKey: ['agreement-previews', words, pdf?.agreementId],
    queryFn: async (): Promise<Shown> => {
      try {
        const { data } = await asClient((api) => api.create('agreement-previews', words, related))
        return { ...data.attributes, faults: await inOwnWords(data.attributes.faults) }
      } catch (error) {
        const faults = faultsOf(error)
        if (!faults) throw error
        const { title, language, fields } = settled
        return { title, language, fields, html: null, spots: [], stylesheet: '', faults }
      }
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
}
