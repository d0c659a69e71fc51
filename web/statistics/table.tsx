import { Table } from '@mantine/core'
import { useLanguage, useWords } from '../app/language.tsx'
import { statistics as en } from '../texts/en/statistics.ts'
import { statistics as fr } from '../texts/fr/statistics.ts'
import { sayDuration } from './durations.ts'
import css from './statistics.module.css'
import { dayFormat, type Statistics } from './verifications.tsx'

/** The numbers of the charts, for screen readers and for copying. */
export function DayTable({ of: { days } }: { of: Statistics }) {
  const say = useWords({ en, fr })
  const { language } = useLanguage()
  const dayOf = dayFormat(language)
  const tell = (ms: number | null) => (ms === null ? '' : sayDuration(ms, language))
  const heads = [say.day, say.ordered, say.good, say.bad, say.ended, say.open, say.median, say.p90]
  return (
    <details className={css.table}>
      <summary>{say.table}</summary>
      <Table aria-label={say.volume}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map(({ day, ordered, verified, rejected, ended, open, medianMs, p90Ms }) => (
            <Table.Tr key={day}>
              <Table.Td>{dayOf(day)}</Table.Td>
              <Table.Td>{ordered}</Table.Td>
              <Table.Td>{verified}</Table.Td>
              <Table.Td>{rejected}</Table.Td>
              <Table.Td>{ended}</Table.Td>
              <Table.Td>{open}</Table.Td>
              <Table.Td>{tell(medianMs)}</Table.Td>
              <Table.Td>{tell(p90Ms)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  )
}
