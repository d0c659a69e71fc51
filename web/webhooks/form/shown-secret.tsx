import { Alert, Button, Group, Text } from '@mantine/core'
import { useWords } from '../../app/language.tsx'
import { CopyField } from '../../parts/copy-field.tsx'
import { parts as partsEn } from '../../texts/en/parts.ts'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { parts as partsFr } from '../../texts/fr/parts.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import { Snippets } from '../signature/snippets-view.tsx'

/** A signing secret, shown once, with code that checks a signature with it. */
export function ShownSecret({ secret, onDone }: { secret: string; onDone(): void }) {
  const { secret: once } = useWords({ en: partsEn, fr: partsFr })
  const say = useWords({ en, fr }).made
  return (
    <>
      <Alert color="sea" mb="md">
        {once.once}
      </Alert>
      <CopyField value={secret} what={say.what} />
      <Text fw={600} mt="lg">
        {say.check}
      </Text>
      <Text size="sm" mb={4}>
        {say.store}
      </Text>
      <CopyField value={`export WEBHOOK_SECRET='${secret}'`} what={say.setting} />
      <Snippets />
      <Group justify="flex-end" mt="lg">
        <Button onClick={onDone}>{once.done}</Button>
      </Group>
    </>
  )
}
