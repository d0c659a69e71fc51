import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

const usualHeight = 53

/** The visible rows, with the height of those before and after. `onEnd` asks for more. */
export function useRowsInSight<Row extends { id: string }>(rows: readonly Row[], onEnd: () => void) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measured = body.current?.getBoundingClientRect()
    if (measured) setTop(measured.top + window.scrollY)
  }, [])
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => usualHeight,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 10,
    scrollMargin: top,
    useFlushSync: false,
  })
  const items = virtualizer.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 20) onEnd()
  }, [last, rows.length, onEnd])
  const [first, end] = [items[0]?.start ?? top, items.at(-1)?.end ?? top]
  return {
    body,
    items: items.flatMap(({ index }) => {
      const row = rows[index]
      return row === undefined ? [] : [{ index, row }]
    }),
    before: first - top,
    after: virtualizer.getTotalSize() + top - end,
    measure: virtualizer.measureElement,
  }
}
