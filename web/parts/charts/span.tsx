import { NativeSelect } from '@mantine/core'
import { useAddressWords } from '../list/search.ts'
import css from './charts.module.css'

type Props<Span extends string> = {
  /** The word of the address with the span. */
  word: string
  label: string
  spans: readonly Span[]
  names: Readonly<Record<Span, string>>
  usual: Span
  children(span: Span): React.ReactNode
}

/** Asks for the span of the charts, keeps it in the address, and shows the charts. */
export function OverSpan<Span extends string>({ word, label, spans, names, usual, children }: Props<Span>) {
  const [words, change] = useAddressWords()
  const span = spans.find((known) => known === words[word]) ?? usual
  return (
    <>
      <NativeSelect
        className={css.span}
        label={label}
        value={span}
        data={spans.map((value) => ({ value, label: names[value] }))}
        onChange={(event) => change({ [word]: event.currentTarget.value })}
      />
      {children(span)}
    </>
  )
}
