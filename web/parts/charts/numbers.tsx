import { Table } from '@mantine/core'
import css from './charts.module.css'

/** The numbers of charts, for screen readers and for copying. */
export function Numbers({
  summary,
  label,
  heads,
  rows,
}: {
  summary: string
  label: string
  heads: readonly string[]
  rows: readonly { key: string; values: readonly (string | number)[] }[]
}) {
  return (
    <details className={css.numbers}>
      <summary>{summary}</summary>
      <Table aria-label={label}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ key, values }) => (
            <Table.Tr key={key}>
              {values.map((value, index) => (
                <Table.Td key={heads[index]}>{value}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
