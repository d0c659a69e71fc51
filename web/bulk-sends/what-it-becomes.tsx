import { Alert, Button, Code, Group, ScrollArea, Stack, Table, Text } from '@mantine/core'
import { type Resource, useChange } from '../app/api.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { Dialog } from '../parts/dialog.tsx'
import { ErrorNote } from '../parts/error-note.tsx'
import { bulkSends as en } from '../texts/en/bulk-sends.ts'
import { bulkSends as fr } from '../texts/fr/bulk-sends.ts'
import { type BulkSend, Made, stateOf } from './columns.tsx'
import type { ChosenFile } from './file.ts'

/** A checked file. `known` is an earlier bulk send of a file with the same contents. */
export type Looked = {
  preview: Resource<'bulk-send-previews'>
  known: BulkSend | null
  file: ChosenFile
  linkId: string
}
type Props = Looked & { onClose(): void }

/** The result of a checked file, before it is sent. A file that was sent before is only reported. */
export function WhatItBecomes({ preview, known, file, linkId, onClose }: Props) {
  const words = useWords({ en, fr })
  const { language } = useLanguage()
  const say = words.dialog
  const { columns, total, delivery } = preview.attributes
  const rows = total.toLocaleString(language)
  const isNew = !known || stateOf(known) === 'waiting'
  const begin = useChange(['bulk-sends', 'submissions'], async (api) => {
    const { name, base64 } = file
    const agreementLink = { data: { type: 'agreement-links' as const, id: linkId } }
    if (known) await api.update('bulk-sends', known.id, { isStopped: false })
    else await api.create('bulk-sends', { delivery, fileUpload: { name, base64 } }, { agreementLink })
    onClose()
  })
  return (
    <Dialog opened onClose={onClose} title={say.becomes(file.name, rows)} size="lg">
      <Stack>
        {!isNew && known && (
          <Alert color="yellow">
            {say.known}
            <Made send={known} say={words} language={language} />
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
          <Button variant="default" onClick={onClose}>
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
