import { type RefObject, useLayoutEffect } from 'react'

// After this time, the next dialog has taken the focus, if this one gave way to another.
const lookMs = 30

/**
 * When a dialog closes, the focus returns to the earlier element. If that element is gone, the focus goes to the page's
 * content, so that keyboard users continue there and not at the top of the frame.
 */
export function useFocusBack(isOpen: boolean, dialog: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    if (!isOpen) return
    const before = document.activeElement
    return () => {
      const { current: closed } = dialog
      setTimeout(() => giveBack(before, closed), lookMs)
    }
  }, [isOpen, dialog])
}

function giveBack(before: Element | null, closed: HTMLElement | null): void {
  const at = document.activeElement
  // The person has already moved the focus.
  if (at && at !== document.body && !closed?.contains(at)) return
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
    before.focus({ preventScroll: true })
    followWhenGone(before)
  } else focusContent()
}

/** If a dialog's action removes a row, the row may leave the list much later. Its focus then goes to the content. */
function followWhenGone(before: HTMLElement): void {
  const watch = new MutationObserver(() => {
    const { activeElement, body } = document
    if (before.isConnected && (activeElement === before || activeElement === body)) return
    watch.disconnect()
    if (activeElement === body) focusContent()
  })
  watch.observe(document.body, { childList: true, subtree: true })
}

function focusContent(): void {
  document.getElementById('content')?.focus({ preventScroll: true })
}
