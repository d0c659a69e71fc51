import { Alert, Button, Code, Group, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { useChange } from '../app/api.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { bulkSends as en } from '../texts/en/bulk-sends.ts'
import { bulkSends as fr } from '../texts/fr/bulk-sends.ts'
import { type BulkSend, Made, stateOf } from './columns.tsx'
import type { ChosenFile } from './file.ts'

type Props = { send: BulkSend; file: ChosenFile; isOwn: boolean; onClose(): void }

/** What a checked file becomes, before it is sent. One that was sent before is only told of. What was looked at and not sent does not stay. */
export function WhatItBecomes({ send, file, isOwn, onClose }: Props) {
  const words = useWords({ en, fr })
  const { language } = useLanguage()
  const say = words.dialog
  const { columns, total } = send.attributes
  const rows = total.toLocaleString(language)
  const isNew = stateOf(send) === 'waiting'
  const begin = useChange(['bulk-sends', 'submissions'], async (api) => {
    await api.update('bulk-sends', send.id, { isStopped: false })
    onClose()
  })
  const discard = useChange(['bulk-sends'], (api) => api.remove('bulk-sends', send.id))
  const leave = () => {
    if (isNew && isOwn && !begin.isPending) discard.mutate(undefined)
    onClose()
  }
  return (
    <Dialog opened onClose={leave} title={say.becomes(file.name, rows)} size="lg">
      <Stack>
        {!isNew && (
          <Alert color="yellow">
            {say.known}
            <Made send={send} say={words} language={language} />
          </Alert>
        )}
        <Text fw={600}>{say.columnsTitle}</Text>
        <Table>
          <Table.Tbody>
            {columns.map(({ name, role, becomes }) => (
              <Table.Tr key={name}>
                <Table.Th scope="row">{name}</Table.Th>
                <Table.Td>{say.columnOf[becomes](role ?? '')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
        <Text fw={600}>{say.firstLines}</Text>
        <ScrollArea viewportProps={{ tabIndex: 0, 'aria-label': say.firstLines }}>
          <Code block>{file.firstLines}</Code>
        </ScrollArea>
        <ErrorNote error={begin.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={leave}>
            {isNew ? say.later : say.close}
          </Button>
          {isNew && (
            <Button loading={begin.isPending} onClick={() => begin.mutate(undefined)} data-autofocus>
              {say.send(rows)}
            </Button>
          )}
        </Group>
      </Stack>
    </Dialog>
  )
}
