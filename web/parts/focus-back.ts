import { type RefObject, useLayoutEffect } from 'react'

// By then a dialog that another one gave way to has taken the focus.
const lookMs = 30

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
      setTimeout(() => giveBack(before, closed), lookMs)
    }
  }, [isOpen, dialog])
}

function giveBack(before: Element | null, closed: HTMLElement | null): void {
  const at = document.activeElement
  // Somebody has gone on already.
  if (at && at !== document.body && !closed?.contains(at)) return
  if (before instanceof HTMLElement && before !== document.body && before.isConnected) {
    before.focus({ preventScroll: true })
    followWhenGone(before)
  } else focusContent()
}

/** A row that is gone with the action of its dialog may leave the list much later. Its focus then goes to the content. */
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
