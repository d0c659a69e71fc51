import { Table, Text, Title } from '@mantine/core'
import type { Resource } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { webhookCharts as en } from '../../texts/en/webhook-charts.ts'
import { webhookFailures as failuresEn } from '../../texts/en/webhook-failures.ts'
import { webhookCharts as fr } from '../../texts/fr/webhook-charts.ts'
import { webhookFailures as failuresFr } from '../../texts/fr/webhook-failures.ts'
import { failureOf } from '../log/failure.ts'
import { useSayReason } from '../say-reason.ts'
import css from './charts.module.css'

/** The causes of failures, the most frequent first, with the action to take. */
export function Causes({ of: causes }: { of: Resource<'webhook-statistics'>['attributes']['causes'] }) {
  const say = useWords({ en, fr })
  const sayReason = useSayReason()
  const failures = useWords({ en: failuresEn, fr: failuresFr })
  return (
    <section className={css.section}>
      <Title order={2} size="h5" mb="xs">
        {say.causes}
      </Title>
      {causes.length === 0 ? (
        <Text c="dimmed">{say.noCauses}</Text>
      ) : (
        <Table aria-label={say.causes}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.cause}</Table.Th>
              <Table.Th>{say.times}</Table.Th>
              <Table.Th>{say.newest}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {causes.map((cause) => {
              const { what, todo } = failures[failureOf(cause)]
              return (
                <Table.Tr key={`${cause.outcome} ${cause.httpStatus}`}>
                  <Table.Td>
                    <strong>{what}</strong> {cause.httpStatus !== null && `(${cause.httpStatus})`}
                    <Text size="sm" c="dimmed">
                      {todo}
                    </Text>
                  </Table.Td>
                  <Table.Td>{cause.attempts}</Table.Td>
                  <Table.Td>{sayReason(cause.lastErrorSentence, cause.lastError)}</Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      )}
    </section>
  )
}
