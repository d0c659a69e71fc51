import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { pdf } from '../../texts/en/pdf.ts'
import css from './pdf.module.css'
import { moveBy, type Place, step, stretchBy } from './places.ts'
import { useDrag } from './use-drag.ts'

type Props = {
  say: typeof pdf
  place: Place
  label: string
  /** The name of the role that fills the field in. */
  role: string
  colour: number
  isChosen: boolean
  isFresh: boolean
  isAtWords: boolean
  isFaulty: boolean
  mayWrite: boolean
  onChoose(): void
  onPut(place: Place): void
  onRemove(): void
}

/** A field on its page. People drag it, stretch it by its corner, or move it by the arrow keys. */
export function Box({ say, label, role, colour, mayWrite, onChoose, onPut, onRemove, ...of }: Props) {
  const drag = useDrag(of.place, onPut)
  const place = drag.place ?? of.place
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (of.isFresh) button.current?.focus({ preventScroll: true })
  }, [of.isFresh])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!mayWrite) return
    const way = ways[event.key]
    if (event.key === 'Delete' || event.key === 'Backspace') onRemove()
    if (!way) return
    event.preventDefault()
    const [right, down] = [way[0] * step, way[1] * step]
    onPut(event.shiftKey ? stretchBy(of.place, right, down) : moveBy(of.place, right, down))
  }
  return (
    <button
      ref={button}
      type="button"
      className={css.box}
      style={styleOf(place)}
      data-colour={colour}
      data-is-chosen={of.isChosen || undefined}
      data-is-at-words={of.isAtWords || undefined}
      data-is-faulty={of.isFaulty || undefined}
      aria-pressed={of.isChosen}
      aria-label={say.boxOf(label, role)}
      aria-describedby={mayWrite ? 'pdf-keys' : undefined}
      onClick={onChoose}
      onFocus={onChoose}
      onKeyDown={onKeyDown}
      {...(mayWrite ? drag.handlers : {})}
    >
      <span className={css.name}>
        {label} · {role}
      </span>
      {of.isChosen && mayWrite && <span className={css.corner} data-corner />}
    </button>
  )
}

const ways: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

/** A place as a style. */
export function styleOf({ x, y, width, height }: Place) {
  const part = (value: number) => `${value * 100}%`
  return { left: part(x), top: part(y), width: part(width), height: part(height) }
}
