import { Box, Text } from '@mantine/core'
import { useWords } from '../../app/language.tsx'
import { pdf as en } from '../../texts/en/pdf.ts'
import { pdf as fr } from '../../texts/fr/pdf.ts'
import { PdfInput } from './pdf-input.tsx'

/** The part of a new agreement for a PDF: the file, and an explanation of the result. */
export function FromPdf({ value, onChange }: { value: File | null; onChange(file: File | null): void }) {
  const say = useWords({ en, fr })
  return (
    <Box mt="md">
      <PdfInput say={say} value={value} onChange={onChange} />
      <Text size="sm" c="dimmed" mt="xs">
        {say.becomes}
      </Text>
    </Box>
  )
}
