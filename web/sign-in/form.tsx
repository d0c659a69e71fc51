/** @jsxImportSource preact */
import type { ComponentChildren, TargetedSubmitEvent } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Told } from './ask.ts'

type Values = Record<string, string>

/** The frame of a page before sign-in: one task, in the middle. */
export function EntrancePage({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <main>
      <title>{`${title} · Sealane`}</title>
      <p class="brand">Sealane</p>
      <h1>{title}</h1>
      {children}
    </main>
  )
}

/** A form with one request at a time. Its error is above it, and screen readers read it out. */
export function EntranceForm<Answer>({
  submit,
  send,
  onDone,
  children,
}: {
  submit: string
  send(values: Values): Promise<Told<Answer>>
  onDone(answer: Answer, values: Values): void
  children: ComponentChildren
}) {
  const [fault, setFault] = useState<string | null>(null)
  const [isSent, setSent] = useState(false)
  const onSubmit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    setSent(true)
    setFault(null)
    const told = await send(values)
    setSent(false)
    if ('answer' in told) return onDone(told.answer, values)
    setFault(told.fault)
    form.querySelector<HTMLInputElement>('[type=password],[name=code]')?.select()
  }
  return (
    <form onSubmit={onSubmit}>
      <p role="alert" class="fault">
        {fault}
      </p>
      {children}
      <button type="submit" disabled={isSent}>
        {submit}
      </button>
    </form>
  )
}

type FieldProps = {
  name: string
  label: string
  hint?: string
  type?: 'text' | 'email' | 'password'
  autocomplete?: string
  isFirst?: boolean
  minLength?: number
  inputMode?: 'numeric'
}

/** A required field. */
export function Field({
  name,
  label,
  hint,
  type = 'text',
  autocomplete = 'off',
  isFirst,
  minLength,
  inputMode,
}: FieldProps) {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst) input.current?.focus()
  }, [isFirst])
  const common = { id: name, name, autocomplete, required: true, ref: input, minLength, inputMode } as const
  const hinted = { ...common, 'aria-describedby': hint === undefined ? undefined : `${name}-hint` }
  return (
    <>
      <label for={name}>{label}</label>
      {type === 'text' && <input type="text" {...hinted} />}
      {type === 'email' && <input type="email" {...hinted} />}
      {type === 'password' && <input type="password" {...hinted} />}
      {hint !== undefined && (
        <p id={`${name}-hint`} class="hint">
          {hint}
        </p>
      )}
    </>
  )
}
