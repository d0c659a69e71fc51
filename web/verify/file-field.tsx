/** @jsxImportSource preact */
import type { TargetedEvent } from 'preact'
import { useId } from 'preact/hooks'

type Props = { label: string; accept: string; onChoose(file: File): void }

/** A field for one file. The same file can be chosen again. */
export function FileField({ label, accept, onChoose }: Props) {
  const id = useId()
  const choose = ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
    const [file] = currentTarget.files ?? []
    if (file) onChoose(file)
  }
  return (
    <>
      <label for={id}>{label}</label>
      <input id={id} type="file" accept={accept} onChange={choose} />
    </>
  )
}
