import { useWindowVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'

// In px: a row with two lines, or on a phone a card with a line for each column.
const [rowHeight, lineHeight, cardPadding] = [65, 31, 20]
const phone = matchMedia('(width < 48em)')

// The browser reports the height of a row after it has laid out the page. An earlier question would cause another
// layout.
function heightOf(row: Element, told: ResizeObserverEntry | undefined, list: Virtualizer<Window, Element>): number {
  const [size] = told?.borderBoxSize ?? []
  if (size) return Math.round(size.blockSize)
  const index = list.indexFromElement(row)
  return list.measurementsCache[index]?.size ?? list.options.estimateSize(index)
}

/** The visible rows, with the height of the rows before and after. `onEnd` requests more rows. */
export function useRowsInSight<Row extends { id: string }>(rows: readonly Row[], columns: number, onEnd: () => void) {
  const body = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measured = body.current?.getBoundingClientRect()
    if (measured) setTop(measured.top + window.scrollY)
  }, [])
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => (phone.matches ? columns * lineHeight + cardPadding : rowHeight),
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    scrollMargin: top,
    useFlushSync: false,
    measureElement: heightOf,
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
