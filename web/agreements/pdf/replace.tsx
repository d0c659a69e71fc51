import { Button, Checkbox, Group, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { Dialog } from '../../parts/dialog.tsx'
import { ErrorNote } from '../../parts/error-note.tsx'
import { readBase64 } from '../../parts/read-base64.ts'
import type { pdf } from '../../texts/en/pdf.ts'
import type { DraftInHand } from '../agreement/use-draft.ts'
import { PdfInput } from './pdf-input.tsx'

type Props = { say: typeof pdf; of: DraftInHand; onReplaced(version: number): void; onClose(): void }

/** Replaces the PDF of an agreement, and saves the unsaved changes with it. */
export function Replace({ say, of: hand, onReplaced, onClose }: Props) {
  const [file, setFile] = useState<File | null>(null)
  const [imports, setImports] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)
  const send = async () => {
    if (!file) return
    setFailure(null)
    try {
      const fileUpload = { name: file.name, base64: await readBase64(file) }
      const { fields } = hand.draft
      const { version } = await hand.saveWith({ fileUpload, ...(imports ? { importFields: true, fields } : {}) })
      onReplaced(version)
    } catch (caught) {
      setFailure(caught)
    }
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void send()
  }
  return (
    <Dialog opened onClose={onClose} title={say.replace}>
      <form onSubmit={onSubmit}>
        <Text size="sm" mb="md">
          {say.replaceText}
        </Text>
        <PdfInput say={say} value={file} onChange={setFile} />
        <Checkbox
          mt="md"
          label={say.imports}
          description={say.importsHint}
          checked={imports}
          onChange={({ currentTarget: { checked } }) => setImports(checked)}
        />
        <ErrorNote error={failure} />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" loading={hand.isSaving} disabled={!file}>
            {say.replaceSubmit}
          </Button>
        </Group>
      </form>
    </Dialog>
  )
}
