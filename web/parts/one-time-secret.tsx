import { Alert, Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../app/language.tsx'
import { parts as en } from '../texts/en/parts.ts'
import { parts as fr } from '../texts/fr/parts.ts'
import { CopyField } from './copy-field.tsx'

type Props = { what: string; value: string; curl?: string; onDone(): void; children?: ReactNode }

/** A secret that is shown once, with a command that uses it or other ways to try it. `what` is its name: "the key". */
export function OneTimeSecret({ what, value, curl, onDone, children }: Props) {
  const say = useWords({ en, fr })
  return (
    <>
      <Alert color="sea" mb="md">
        {say.secret.once}
      </Alert>
      <CopyField value={value} what={what} />
      {curl && (
        <>
          <Text fw={600} mt="md" mb={4}>
            {say.secret.tryIt}
          </Text>
          <CopyField value={curl} what={say.secret.command} />
        </>
      )}
      {children}
      <Group justify="flex-end" mt="lg">
        <Button onClick={onDone}>{say.secret.done}</Button>
      </Group>
    </>
  )
}
