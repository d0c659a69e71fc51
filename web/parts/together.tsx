import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { BeginContext } from './awaited.ts'
import css from './together.module.css'
import { Waiting } from './waiting.tsx'

/**
 * Parts that load separately. They appear when all of them have drawn their first answer, so that none pushes another
 * down. Waiting for the answers alone is not enough, because on a busy machine a part draws later.
 */
export function Together({ children }: { children: ReactNode }) {
  const waiting = useRef(0)
  const [isWhole, setWhole] = useState(false)
  const begin = useCallback(() => {
    waiting.current += 1
    return () => {
      waiting.current -= 1
      // A part that one answer shows may request another in the same drawing, so the count happens after the drawing.
      queueMicrotask(() => {
        if (waiting.current === 0) setWhole(true)
      })
    }
  }, [])
  useLayoutEffect(() => {
    if (waiting.current === 0) setWhole(true)
  }, [])
  return (
    <>
      {!isWhole && <Waiting />}
      <div className={isWhole ? undefined : css.waiting}>
        <BeginContext value={begin}>{children}</BeginContext>
      </div>
    </>
  )
}
