import { Text, Title } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import css from './operator.module.css'

/** A section of the operator's page, with its heading. */
export function Section({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id}>
      <Title order={2} size="h4" mb="xs" id={id}>
        {title}
      </Title>
      {about && (
        <Text c="dimmed" size="sm" mb="sm" maw="46rem">
          {about}
        </Text>
      )}
      {children}
    </section>
  )
}

/** A short table: heads, and rows of cells by key. */
export function ShortTable({
  label,
  heads,
  rows,
}: {
  label: string
  heads: string[]
  rows: [key: string, cells: ReactNode[]][]
}) {
  return (
    // Wide tables scroll by themselves, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached.
    <div className={css.scroll} tabIndex={0}>
      <table className={css.table} aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, cells]) => (
            <tr key={key}>
              {cells.map((cell, index) => (
                <td key={heads[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
