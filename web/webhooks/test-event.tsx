import { Alert, NativeSelect, Text } from '@mantine/core'
import { useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useApiForm } from '../parts/api-form.ts'
import { FormDialog } from '../parts/form-dialog.tsx'
import { useAddressWords } from '../parts/list/search.ts'
import { eventTypes as kindsEn } from '../texts/en/event-types.ts'
import { webhookLog as en } from '../texts/en/webhook-log.ts'
import { eventTypes as kindsFr } from '../texts/fr/event-types.ts'
import { webhookLog as fr } from '../texts/fr/webhook-log.ts'
import type { Webhook } from './data.ts'
import { type EventType, eventTypes } from './event-types.ts'

/** Sends an example event, and shows its delivery. */
export function SendTest({ to: webhook, onClose }: { to: Webhook; onClose(): void }) {
  const say = useWords({ en, fr }).testing
  const kinds = useWords({ en: kindsEn, fr: kindsFr })
  const [, change] = useAddressWords()
  const send = useChange(['webhook-events'], (api, kind: EventType) =>
    api.create('webhook-events', { kind }, { webhook: { data: { type: 'webhooks', id: webhook.id } } }),
  )
  const initial: { kind: EventType } = { kind: webhook.attributes.eventTypes[0] ?? 'verification' }
  const { form, ...sending } = useApiForm(initial, async ({ kind }) => {
    const { data } = await send.mutateAsync(kind)
    onClose()
    change({ tab: undefined, delivery: data.id })
  })
  const isOff = !webhook.attributes.serviceStatus
  return (
    <FormDialog title={say.title} onClose={onClose} act={say.submit} isOff={isOff} {...sending}>
      <Text mb="md">{say.text}</Text>
      {isOff && (
        <Alert color="red" mb="md">
          {say.off}
        </Alert>
      )}
      <NativeSelect
        label={say.kind}
        data-autofocus
        data={eventTypes.map((type) => ({ value: type, label: `${type} · ${kinds[type]}` }))}
        {...form.getInputProps('kind')}
      />
    </FormDialog>
  )
}
