import { Button, Group, Text } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { ErrorNote } from '../../parts/error-note.tsx'
import { saveFile } from '../../parts/save-file.ts'
import type { pdf } from '../../texts/en/pdf.ts'
import type { Agreement } from '../agreement/draft.ts'
import css from './pdf.module.css'

type Props = { say: typeof pdf; of: Agreement; onReplace: (() => void) | null }

/** The file of an agreement, and its actions. */
export function FileActions({ say, of: { id, attributes }, onReplace }: Props) {
  const { file } = attributes
  const download = useChange([], async (api) =>
    saveFile(await api.download('agreements', id, 'file'), file?.name ?? id),
  )
  return (
    <Group gap="xs">
      <Text size="sm" c="dimmed" className={css.fileName}>
        {say.madeOf(file?.name ?? '', file?.pages.length ?? 0)}
      </Text>
      <Button size="xs" variant="default" loading={download.isPending} onClick={() => download.mutate()}>
        {say.download}
      </Button>
      {onReplace && (
        <Button size="xs" variant="default" onClick={onReplace}>
          {say.replace}
        </Button>
      )}
      <ErrorNote error={download.error} />
    </Group>
  )
}
