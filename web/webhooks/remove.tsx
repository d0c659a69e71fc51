import { useNavigate } from '@tanstack/react-router'
import { useChange } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { Confirm } from '../parts/confirm.tsx'
import { tell } from '../parts/tell.ts'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import type { Webhook } from './data.ts'

/** Asks, deletes a webhook, and opens the list of the others. */
export function RemoveWebhook({ of: webhook, onClose }: { of: Webhook; onClose(): void }) {
  const say = useWords({ en, fr })
  const navigate = useNavigate()
  const remove = useChange([], (api) => api.remove('webhooks', webhook.id))
  const confirm = async () => {
    await remove.mutateAsync(undefined)
    void tell(say.removed)
    await navigate({ to: '/webhooks' as string })
  }
  return (
    <Confirm opened title={say.removeQuestion} act={say.remove} onConfirm={confirm} onClose={onClose}>
      {say.removeText(webhook.attributes.destinationUrl)}
    </Confirm>
  )
}
