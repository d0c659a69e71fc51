import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { asClient, type Resource } from '../../app/api.ts'
import type { TextFault } from '../editor/faults.ts'
import type { Draft } from './draft.ts'

export type Shown = Resource<'agreement-previews'>['attributes']
export type Fault = Shown['faults'][number]

const pauseMs = 350

/** A draft as the preview API takes it. */
export function wordsOf({ documentRetentionDays: _, shownMetadata: __, ...words }: Draft) {
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
    queryFn: () => asClient(async (api) => (await api.create('agreement-previews', words, related)).data.attributes),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
}

/** The faults of the text, for the editor. */
export function textFaultsOf(faults: readonly Fault[], source: string): TextFault[] {
  return faults
    .filter(({ pointer }) => pointer === '/data/attributes/source')
    .map(({ detail, line, rule }) => {
      const number = line ?? 1
      const missing = rule === 'known_field' ? missingIn(source.split('\n')[number - 1] ?? '', detail) : undefined
      const message = detail.replace(/^line \d+: /, '')
      return { line: number, message, ...(missing === undefined ? {} : { missing }) }
    })
}

// The field of a fault is one of those on its line.
function missingIn(line: string, detail: string): string | undefined {
  const named = line.matchAll(/\{\{\s*([a-z][a-z0-9_]*)(?:\s*:\s*([a-z][a-z0-9_]*))?\s*\}\}/g)
  const keys = [...named].flatMap(([, word, role]) => (role ? `${word}_${role}` : (word ?? [])))
  return keys.find((key) => new RegExp(`\\b${key}\\b`).test(detail))
}

/** The faults below a member, by what follows its pointer: `/0/label`. */
export function faultsBelow(faults: readonly Fault[], member: string): Record<string, string> {
  const start = `/data/attributes/${member}`
  const below = faults.flatMap(({ pointer, detail }) =>
    pointer === start || pointer.startsWith(`${start}/`) ? [[pointer.slice(start.length), detail] as const] : [],
  )
  return Object.fromEntries(below)
}
