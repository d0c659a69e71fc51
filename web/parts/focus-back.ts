import { type RefObject, useLayoutEffect } from 'react'

// By the first time a dialog that another one gave way to has taken the focus; by the second a row that is gone with the
// action of the dialog has left the list.
const looksMs = [30, 500]

/**
 * When a dialog closes, the focus goes back to what had it before, or, where that is gone, to the page's content: whoever
 * works by keys goes on from there and not from the top of the frame.
 */
export function useFocusBack(isOpen: boolean, dialog: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    return () => {
      const { current: closed } = dialog
      for (const ms of looksMs) setTimeout(() => giveBack(before, closed), ms)
    }
  }, [isOpen, dialog])
}

function giveBack(before: Element | null, closed: HTMLElement | null): void {
  const at = document.activeElement
  // Somebody has gone on already.
  if (at && at !== document.body && !closed?.contains(at)) return
  const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected
  const next = isThere ? before : document.getElementById('content')
  next?.focus({ preventScroll: true })
}
