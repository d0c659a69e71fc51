import { Button, Group, Text } from '@mantine/core'
import { useWords } from '../app/language.tsx'
import { CopyField } from '../parts/copy-field.tsx'
import { profile as en } from '../texts/en/profile.ts'
import { profile as fr } from '../texts/fr/profile.ts'

/** The backup codes for a lost app, shown once. */
export function BackupCodes({ codes, onDone }: { codes: string[]; onDone(): void }) {
  const say = useWords({ en, fr }).app
  return (
    <>
      <Text mb="md">{say.keep}</Text>
      <CopyField value={codes.join('\n')} what={say.backupCodes} />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onDone}>{say.kept}</Button>
      </Group>
    </>
  )
}
