import { NativeSelect, Text } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { FormFrame } from '../../parts/form-dialog.tsx'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import type { Webhook } from '../data.ts'
import { ShownSecret } from './shown-secret.tsx'

const overlaps = [24, 72, 168, 1, 0] as const

/** Gives a webhook a new secret, shown once. The old secret continues to sign for the chosen time. */
export function RotateSecret({ of: webhook, onClose }: { of: Webhook; onClose(): void }) {
  const say = useWords({ en, fr }).rotation
  const [secret, setSecret] = useState<string | null>(null)
  return (
    <Dialog opened onClose={onClose} size="lg" title={secret === null ? say.title : say.made}>
      {secret === null ? (
        <RotationForm of={webhook} onMade={setSecret} />
      ) : (
        <ShownSecret secret={secret} onDone={onClose} />
      )}
    </Dialog>
  )
}

function RotationForm({ of: webhook, onMade }: { of: Webhook; onMade(secret: string): void }) {
  const say = useWords({ en, fr }).rotation
  const rotate = useChange(['webhooks', 'secret-rotations'], (api, overlapHours: number) =>
    api.create('secret-rotations', { overlapHours }, { webhook: { data: { type: 'webhooks', id: webhook.id } } }),
  )
  const { form, ...sending } = useApiForm({ overlapHours: '24' }, async ({ overlapHours }) =>
    onMade((await rotate.mutateAsync(Number(overlapHours))).data.attributes.secret),
  )
  return (
    <FormFrame act={say.submit} {...sending}>
      <Text mb="md">{say.text}</Text>
      <NativeSelect
        label={say.overlap}
        data-autofocus
        data={overlaps.map((hours) => ({ value: String(hours), label: say.hours(hours) }))}
        {...form.getInputProps('overlapHours')}
      />
      {form.values.overlapHours === '0' && (
        <Text size="sm" mt="xs">
          {say.now}
        </Text>
      )}
    </FormFrame>
  )
}
