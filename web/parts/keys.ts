import { useLayoutEffect, useSyncExternalStore } from 'react'

/** A key that works while nobody types: "j", "?", "mod+k" (Ctrl, or Command on a Mac). */
type Key = { key: string; label: string; act(): void }

let known: readonly Key[] = []
const listeners = new Set<() => void>()

/** Binds keys while the component is shown. Pass the same array until the keys change (`useMemo`). `?` lists them. */
export function useKeys(keys: readonly Key[]): void {
  // A layout effect, so that a key works as soon as its target is visible.
  useLayoutEffect(() => {
    set([...known, ...keys])
    return () => set(known.filter((key) => !keys.includes(key)))
  }, [keys])
}

/** All bound keys. */
export function useKnownKeys(): readonly Key[] {
  return useSyncExternalStore(subscribe, () => known)
}

function set(keys: readonly Key[]): void {
  known = keys
  for (const tell of listeners) tell()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

document.addEventListener('keydown', (event) => {
  const isTyped = isTyping(event.target)
  // The newest key comes first, so that a page's key wins over the frame's.
  const found = known.findLast(({ key }) => fits(event, key))
  if (!found || event.defaultPrevented || (isTyped && !found.key.startsWith('mod+'))) return
  if (document.querySelector('[aria-modal=true]') && !found.key.startsWith('mod+')) return
  event.preventDefault()
  found.act()
})

function fits({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, wanted: string): boolean {
  const isMod = wanted.startsWith('mod+')
  return key.toLowerCase() === wanted.replace('mod+', '') && (ctrlKey || metaKey) === isMod && !altKey
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
