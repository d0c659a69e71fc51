import { memo } from 'react'
import type { Resource, Type } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { parts as en } from '../../texts/en/parts.ts'
import { parts as fr } from '../../texts/fr/parts.ts'
import { AscendingIcon } from '../icons.tsx'
import type { Column } from './columns.ts'
import css from './list.module.css'
import { useRowsInSight } from './rows-in-sight.ts'

type Props<T extends Type> = {
  label: string
  columns: readonly Column<T>[]
  rows: readonly Resource<T>[]
  total: number
  sort: string | undefined
  onSort(sort: string | undefined): void
  onEnd(): void
}

// The width of the table on a small desktop, and of a column without one, in rem.
const usualSpace = 61
const freeColumn = 14

/** The sum of the columns' widths. Each width is a share of the sum, so that no column disappears. */
function spaceOf<T extends Type>(columns: readonly Column<T>[]): number {
  return Math.max(
    usualSpace,
    columns.reduce((sum, { width = freeColumn }) => sum + width, 0),
  )
}

/** The table of a list. Only visible rows are drawn; on a phone a row is a card. */
export function ListTable<T extends Type>({ label, columns, rows, total, sort, onSort, onEnd }: Props<T>) {
  const say = useWords({ en, fr }).list
  return (
    <table className={css.table} aria-label={label} aria-rowcount={total + 1}>
      <colgroup>
        {columns.map(({ name, width }) => (
          <col key={name} style={width === undefined ? {} : { width: `${(100 * width) / spaceOf(columns)}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((column) => (
            <th
              key={column.name}
              scope="col"
              className={column.isActions ? css.actions : undefined}
              aria-sort={column.sort && column.sort === sort ? 'ascending' : undefined}
            >
              {column.sort === undefined ? (
                column.label
              ) : (
                <button
                  type="button"
                  className={css.sort}
                  title={column.sort === sort ? say.usualOrder : say.sortBy(column.label)}
                  onClick={() => onSort(column.sort === sort ? undefined : column.sort)}
                >
                  {column.label}
                  {column.sort === sort && <AscendingIcon />}
                </button>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <RowsInSight columns={columns} rows={rows} onEnd={onEnd} />
    </table>
  )
}

// This part is drawn again when rows come into sight, so the head is not in it.
function RowsInSight<T extends Type>({ columns, rows, onEnd }: Pick<Props<T>, 'columns' | 'rows' | 'onEnd'>) {
  const { body, items, before, after, measure } = useRowsInSight(rows, columns.length, onEnd)
  return (
    <tbody ref={body}>
      <Space height={before} />
      {items.map(({ index, row }) => (
        <Row key={row.id} row={row} columns={columns} index={index} measure={measure} />
      ))}
      <Space height={after} />
    </tbody>
  )
}

function Space({ height }: { height: number }) {
  return height > 0 ? <tr className={css.space} style={{ height }} /> : null
}

type RowProps<T extends Type> = {
  row: Resource<T>
  columns: readonly Column<T>[]
  index: number
  measure(element: Element | null): void
}

const Row = memo(function Row<T extends Type>({ row, columns, index, measure }: RowProps<T>) {
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      {columns.map(({ name, label, cell, isActions }) => (
        <td key={name} data-label={isActions ? undefined : label} className={isActions ? css.actions : undefined}>
          <div className={css.cell}>{cell(row)}</div>
        </td>
      ))}
    </tr>
  )
}) as <T extends Type>(props: RowProps<T>) => React.ReactNode
