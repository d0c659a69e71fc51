import { Alert, Checkbox, Text } from '@mantine/core'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { FormFrame } from '../../parts/form-dialog.tsx'
import { tell } from '../../parts/tell.ts'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import type { Webhook } from '../data.ts'
import { DetailFields } from './details.tsx'
import { MainFields } from './fields.tsx'
import { ShownSecret } from './shown-secret.tsx'
import { changesOf, isMove, type Values, valuesOf } from './values.ts'

/** The dialog that changes a webhook. A new secret is shown once. */
export function EditWebhook({ of: webhook, onClose }: { of: Webhook; onClose(): void }) {
  const say = useWords({ en, fr })
  const [secret, setSecret] = useState<string | null>(null)
  const onSaved = ({ attributes }: Webhook) => {
    if (attributes.secret) return setSecret(attributes.secret)
    void tell(attributes.signingSecret === 'kept' ? say.secretKept : say.saved)
    onClose()
  }
  return (
    <Dialog opened onClose={onClose} size="lg" title={secret === null ? say.edit : say.rotation.made}>
      {secret === null ? <EditForm of={webhook} onSaved={onSaved} /> : <ShownSecret secret={secret} onDone={onClose} />}
    </Dialog>
  )
}

function EditForm({ of: webhook, onSaved }: { of: Webhook; onSaved(webhook: Webhook): void }) {
  const say = useWords({ en, fr }).form
  const save = useChange(['webhooks'], (api, values: Values) =>
    api.update('webhooks', webhook.id, changesOf(values, webhook)),
  )
  const { form, ...sending } = useApiForm(valuesOf(webhook), async (values) =>
    onSaved((await save.mutateAsync(values)).data),
  )
  return (
    <FormFrame act={say.save} {...sending}>
      <MainFields form={form} />
      {isMove(webhook.attributes.destinationUrl, form.values.destinationUrl) && (
        <Alert color="sea" mt="md" title={say.moveTitle}>
          <Text size="sm" mb="xs">
            {say.moveText}
          </Text>
          <Checkbox label={say.moveRotate} {...form.getInputProps('signingSecret', { type: 'checkbox' })} />
        </Alert>
      )}
      <DetailFields form={form} webhook={webhook} />
    </FormFrame>
  )
}
