import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useChange } from '../../app/api.ts'
import { useWords } from '../../app/language.tsx'
import { useApiForm } from '../../parts/api-form.ts'
import { Dialog } from '../../parts/dialog.tsx'
import { FormFrame } from '../../parts/form-dialog.tsx'
import { webhooks as en } from '../../texts/en/webhooks.ts'
import { webhooks as fr } from '../../texts/fr/webhooks.ts'
import { pathOf, type Webhook } from '../data.ts'
import { DetailFields } from './details.tsx'
import { MainFields } from './fields.tsx'
import { ShownSecret } from './shown-secret.tsx'
import { freshValues, newWebhook, type Values } from './values.ts'

/** The dialog that makes a webhook, shows its secret once, and opens its page. */
export function CreateWebhook({ onClose }: { onClose(): void }) {
  const say = useWords({ en, fr })
  const navigate = useNavigate()
  const [made, setMade] = useState<Webhook | null>(null)
  return (
    <Dialog opened onClose={onClose} size="lg" title={made ? say.made.title : say.create}>
      {made ? (
        <ShownSecret secret={made.attributes.secret} onDone={() => void navigate({ to: pathOf(made.id) })} />
      ) : (
        <CreateForm onMade={setMade} />
      )}
    </Dialog>
  )
}

function CreateForm({ onMade }: { onMade(webhook: Webhook): void }) {
  const say = useWords({ en, fr }).form
  const create = useChange(['webhooks', 'webhook-statistics'], (api, values: Values) =>
    api.create('webhooks', newWebhook(values)),
  )
  const { form, ...sending } = useApiForm(freshValues, async (values) =>
    onMade((await create.mutateAsync(values)).data),
  )
  return (
    <FormFrame act={say.submit} {...sending}>
      <MainFields form={form} />
      <DetailFields form={form} />
    </FormFrame>
  )
}
