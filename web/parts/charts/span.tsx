import { NativeSelect } from '@mantine/core'
import { useAddressWords } from '../list/search.ts'
import css from './charts.module.css'

type Props<Span extends string> = {
  /** The word of the address that says how far back. */
  word: string
  label: string
  spans: readonly Span[]
  names: Readonly<Record<Span, string>>
  usual: Span
  children(span: Span): React.ReactNode
}

/** Asks how far back charts go, which the address keeps, and shows them. */
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
