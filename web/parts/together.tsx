import { type ReactNode, useCallback, useLayoutEffect, useRef, useState } from 'react'
import { BeginContext } from './awaited.ts'
import css from './together.module.css'
import { Waiting } from './waiting.tsx'

/**
 * Parts that each read for themselves, shown when all of them have drawn their first answer, so that none pushes another
 * down. That the answers are there is not enough: on a busy machine a part draws its own a while later.
 */
export function Together({ children }: { children: ReactNode }) {
  const waiting = useRef(0)
  const [isWhole, setWhole] = useState(false)
  const begin = useCallback(() => {
    waiting.current += 1
    return () => {
      waiting.current -= 1
      // What one answer was needed for may ask for another in the same drawing: so it is counted after it.
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
