import { FileInput } from '@mantine/core'
import { useState } from 'react'
import type { pdf } from '../../texts/en/pdf.ts'

const mostBytes = 25 * 1_048_576

type Props = { say: typeof pdf; value: File | null; error?: string | undefined; onChange(file: File | null): void }

/** Takes a chosen or dropped PDF. It shows at once the faults for which the server would refuse the file. */
export function PdfInput({ say, value, error, onChange }: Props) {
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isOver, setOver] = useState(false)
  const take = async (file: File | null) => {
    const found = file && (await refuse(file, say))
    setRefusal(found)
    onChange(found ? null : file)
  }
  return (
    <FileInput
      label={say.file}
      description={say.fileHint}
      placeholder={isOver ? say.drop : say.choose}
      accept="application/pdf,.pdf"
      value={value}
      error={refusal ?? error}
      onChange={(file) => void take(file)}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        void take(event.dataTransfer.files[0] ?? value)
      }}
      required
    />
  )
}

async function refuse(file: File, say: typeof pdf): Promise<string | null> {
  if (file.size === 0) return say.refused.empty(file.name)
  if (file.size > mostBytes) return say.refused.large(file.name)
  // The first 1,024 bytes of a PDF contain this mark.
  const start = await file.slice(0, 1_024).text()
  return start.includes('%PDF-') ? null : say.refused.other(file.name)
}
