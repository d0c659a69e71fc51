import { Alert, Table } from '@mantine/core'
import { JsonApiError } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { bulkSends as en } from '../texts/en/bulk-sends.ts'
import { bulkSends as fr } from '../texts/fr/bulk-sends.ts'

type Fault = { line: number; column: string; detail: string }

/** The faults of a file, by line and column. Another failure appears as on all pages. */
export function FileFaults({ error }: { error: unknown }) {
  const say = useWords({ en, fr }).dialog
  const faults = faultsOf(error)
  if (!(error instanceof JsonApiError) || faults.length === 0) return <ErrorNote error={error} />
  const rest = error.errors.filter(({ meta }) => typeof Object(meta).line !== 'number')
  const more = rest.reduce((count, { meta }) => count + (Number(Object(meta).more) || 0), 0)
  return (
    <Alert color="red" role="alert" title={say.faults(say.faultCount(faults.length + more))}>
      <Table.ScrollContainer minWidth="20rem" mah="16rem" tabIndex={0}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say.line}</Table.Th>
              <Table.Th>{say.column}</Table.Th>
              <Table.Th>{say.fault}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {faults.map(({ line, column, detail }) => (
              <Table.Tr key={`${line} ${column} ${detail}`}>
                <Table.Td>{line}</Table.Td>
                <Table.Td>{column}</Table.Td>
                <Table.Td>{detail}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rest.map(({ detail }) => detail).join(' ')}
    </Alert>
  )
}

function faultsOf(error: unknown): Fault[] {
  if (!(error instanceof JsonApiError)) return []
  return error.errors.flatMap(({ meta, detail }) => {
    const { line, column } = Object(meta)
    return typeof line === 'number' ? [{ line, column: typeof column === 'string' ? column : '', detail }] : []
  })
}
