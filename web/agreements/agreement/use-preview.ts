import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asClient, type Resource } from '../../app/api.ts'
import { inOwnWords } from '../../app/own-words.ts'
import type { TextFault } from '../editor/faults.ts'
import type { Draft } from './draft.ts'

export type Shown = Resource<'agreement-previews'>['attributes']
export type Fault = Shown['faults'][number]

const pauseMs = 350

/** A draft as the preview API takes it. */
export function wordsOf({ documentRetentionDays: _, shownMetadata: __, tags: ___, ...words }: Draft) {
  return words
}

/** For a PDF: the agreement that has it, and the role as whose signing page it is shown. */
export type OfPdf = { agreementId: string; shownTo?: string }

/** What a preview is related to. */
export const relatedTo = ({ agreementId: id }: OfPdf) => ({ agreement: { data: { type: 'agreements' as const, id } } })

/** The preview and the faults of a draft, a moment after the last key. Only for people who may change it. */
export function usePreview(draft: Draft, mayWrite: boolean, pdf?: OfPdf) {
  const [settled] = useDebouncedValue(draft, pauseMs)
  const { shownTo } = pdf ?? {}
  const words = { ...wordsOf(settled), ...(shownTo ? { shownTo } : {}) }
  const related = pdf && relatedTo(pdf)
  return useQuery({
    enabled: mayWrite,
    queryKey: ['agreement-previews', words, pdf?.agreementId],
    queryFn: async () => {
      const { data } = await asClient((api) => api.create('agreement-previews', words, related))
      return { ...data.attributes, faults: await inOwnWords(data.attributes.faults) }
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
}

/** The faults of the text, for the editor. */
export function textFaultsOf(faults: readonly Fault[]): TextFault[] {
  return faults
    .filter(({ pointer }) => pointer === '/data/attributes/source')
    .map(({ detail, line, rule, values }) => {
      // The editor shows the line by itself.
      const message = detail.replace(/^\p{L}+ \d+\s?: /u, '')
      return { line: line ?? 1, message, ...(rule === 'known_field' ? { missing: String(values.key) } : {}) }
    })
}

/** The faults below a member, by what follows its pointer: `/0/label`. */
export function faultsBelow(faults: readonly Fault[], member: string): Record<string, string> {
  const start = `/data/attributes/${member}`
  const below = faults.flatMap(({ pointer, detail }) =>
    pointer === start || pointer.startsWith(`${start}/`) ? [[pointer.slice(start.length), detail] as const] : [],
  )
  return Object.fromEntries(below)
}
