import { type PointerEvent, useRef, useState } from 'react'
import { between, moveBy, type Place, type Point, stretchBy } from './places.ts'

/** The position of a pointer on the sheet, in fractions of the sheet. */
function pointOf(event: PointerEvent<Element>): Point {
  const sheet = event.currentTarget.closest('[data-sheet]')?.getBoundingClientRect()
  if (!sheet) return [0, 0]
  return [(event.clientX - sheet.left) / sheet.width, (event.clientY - sheet.top) / sheet.height]
}

type Drag = { from: Point; stretches: boolean; moved: Place | null }

/**
 * A field that follows a pointer. `place` is its place during the drag, or null. The field keeps the place when the
 * pointer is lifted.
 */
export function useDrag(place: Place, onPut: (place: Place) => void) {
  const drag = useRef<Drag | null>(null)
  const [moved, setMoved] = useState<Place | null>(null)
  const end = () => {
    drag.current = null
    setMoved(null)
  }
  return {
    place: moved,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0) return
        const stretches = event.target instanceof Element && event.target.hasAttribute('data-corner')
        drag.current = { from: pointOf(event), stretches, moved: null }
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        const { current } = drag
        if (!current) return
        const [x, y] = pointOf(event)
        const [right, down] = [x - current.from[0], y - current.from[1]]
        // A hand that trembles during a click must not move the field.
        if (!current.moved && Math.abs(right) < 0.003 && Math.abs(down) < 0.003) return
        current.moved = current.stretches ? stretchBy(place, right, down) : moveBy(place, right, down)
        setMoved(current.moved)
      },
      onPointerUp() {
        const put = drag.current?.moved
        end()
        if (put) onPut(put)
      },
      onPointerCancel: end,
    },
  }
}

/** A field that is drawn on an empty part of the sheet by mouse or pen, because a finger scrolls there. */
export function useDrawing(page: number, onDrawn: (place: Place) => void, onClick: () => void) {
  const from = useRef<Point | null>(null)
  const [drawn, setDrawn] = useState<Place | null>(null)
  const end = () => {
    from.current = null
    setDrawn(null)
  }
  return {
    place: drawn,
    handlers: {
      onPointerDown(event: PointerEvent<HTMLElement>) {
        if (event.button !== 0 || event.pointerType === 'touch' || isOnField(event)) return
        from.current = pointOf(event)
        event.currentTarget.setPointerCapture(event.pointerId)
      },
      onPointerMove(event: PointerEvent<HTMLElement>) {
        if (from.current) setDrawn(between(page, from.current, pointOf(event)))
      },
      onPointerUp(event: PointerEvent<HTMLElement>) {
        const start = from.current
        end()
        if (!start) return
        const place = between(page, start, pointOf(event))
        if (place.width > 0.012 && place.height > 0.008) onDrawn(place)
        else onClick()
      },
      onPointerCancel: end,
    },
  }
}

const isOnField = ({ target }: PointerEvent<HTMLElement>) =>
  target instanceof Element && target.closest('button') !== null
