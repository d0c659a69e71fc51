import { Alert, NativeSelect, Text, TextInput } from '@mantine/core'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { FormDialog } from '../../parts/form-dialog.tsx'
import { localOf } from '../../parts/list/period.ts'
import { webhookLog as en } from '../../texts/en/webhook-log.ts'
import { webhookLog as fr } from '../../texts/fr/webhook-log.ts'
import type { Webhook } from '../data.ts'
import type { Recovery } from './data.ts'
import { offeredSince } from './since.ts'

/** Asks for a moment, and sends the events since that moment again. The page shows the progress. */
export function Recover({ of: webhook, onClose }: { of: Webhook; onClose(): void }) {
  const say = useWords({ en, fr }).recovery
  const recover = useChange(['recoveries', 'webhook-events', 'webhooks'], (api, values: typeof initial) =>
    api.create(
      'recoveries',
      {
        scope: values.scope,
        perSecond: Number(values.perSecond),
        ...(values.scope === 'missed' ? { since: new Date(values.since).toISOString() } : {}),
      },
      { webhook: { data: { type: 'webhooks', id: webhook.id } } },
    ),
  )
  const scope: Recovery['attributes']['scope'] = 'missed'
  const initial = { scope, since: localOf(offeredSince(webhook.attributes, Date.now())), perSecond: '100' }
  const { form, ...sending } = useApiForm(initial, async (values) => {
    await recover.mutateAsync(values)
    onClose()
  })
  const isOff = !webhook.attributes.serviceStatus
  return (
    <FormDialog title={say.title} onClose={onClose} act={say.submit} isOff={isOff} {...sending}>
      <NativeSelect
        mb="xs"
        label={say.scope}
        data-autofocus
        data={(['missed', 'waiting'] as const).map((value) => ({ value, label: say.scopes[value] }))}
        {...form.getInputProps('scope')}
      />
      <Text mb="md">{form.values.scope === 'missed' ? say.text : say.waitingText}</Text>
      {isOff && (
        <Alert color="red" mb="md">
          {say.off}
        </Alert>
      )}
      {form.values.scope === 'missed' && (
        <TextInput
          type="datetime-local"
          required
          label={say.since}
          description={say.sinceHint}
          {...form.getInputProps('since')}
        />
      )}
      <TextInput
        mt="md"
        type="number"
        min={1}
        max={1_000}
        required
        label={say.perSecond}
        {...form.getInputProps('perSecond')}
      />
    </FormDialog>
  )
}
