import { Table } from '@mantine/core'
import { useLanguage, useWords } from '../../app/language.tsx'
import { webhookCharts as en } from '../../texts/en/webhook-charts.ts'
import { webhookCharts as fr } from '../../texts/fr/webhook-charts.ts'
import { sayDuration } from '../log/show.ts'
import css from './charts.module.css'
import type { Point } from './points.ts'

/** The numbers of the charts, for screen readers and for copying. */
export function StretchTable({ of: points }: { of: readonly Point[] }) {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const tell = (ms: number | null) => (ms === null ? '' : sayDuration(ms, language))
  return (
    <details className={css.section}>
      <summary>{say.table}</summary>
      <Table aria-label={say.table}>
        <Table.Thead>
          <Table.Tr>
            {[say.since, say.delivered, say.failed, say.median, say.p90].map((name) => (
              <Table.Th key={name}>{name}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {points.map(({ at, since, delivered, failed, medianMs, p90Ms }) => (
            <Table.Tr key={at}>
              <Table.Td>{since}</Table.Td>
              <Table.Td>{delivered}</Table.Td>
              <Table.Td>{failed}</Table.Td>
              <Table.Td>{tell(medianMs)}</Table.Td>
              <Table.Td>{tell(p90Ms)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
