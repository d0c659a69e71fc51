import { Button, Text } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { agreement } from '../../texts/en/agreement.ts'
import type { Agreement } from './draft.ts'

/** What stands in the place of the text where the agreement is made of a PDF: its fields are placed over the API. */
export function OfFile({ say: { ofFile: say }, of: { id, attributes } }: { say: typeof agreement; of: Agreement }) {
  const { file, fields } = attributes
  const download = useChange([], async (api) =>
    saveFile(await api.download('agreements', id, 'file'), file?.name ?? id),
  )
  return (
    <>
      <Text maw="40rem">{say.about(file?.name ?? '', file?.pages.length ?? 0)}</Text>
      <Text my="md" c="dimmed" maw="40rem">
        {say.fields(fields.map(({ label }) => label).join(', '))}
      </Text>
      <Button variant="default" loading={download.isPending} onClick={() => download.mutate()}>
        {say.download}
      </Button>
      <ErrorNote error={download.error} />
    </>
  )
}
