import { Anchor, Button, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { useResources } from '../app/api.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'
import { EmptyState } from '../parts/empty-state.tsx'
import { Loaded } from '../parts/loaded.tsx'
import { webhooks as en } from '../texts/en/webhooks.ts'
import { webhooks as fr } from '../texts/fr/webhooks.ts'
import css from './beside-keys.module.css'
import { useDays, type Webhook } from './data.ts'
import { CreateWebhook } from './dialogs.ts'
import { Health } from './health.tsx'
import { WebhookName } from './name.tsx'
import { Sparkline } from './sparkline.tsx'

const shown = 5

/** The newest webhooks, beside the keys of the integration; nothing without the permission. */
export function WebhooksBesideKeys() {
  const say = useWords({ en, fr })
  const { may } = useSession()
  const [isCreating, setCreating] = useState(false)
  const asked = useResources('webhooks', { page: { size: shown } }, may('webhooks:read'))
  if (!may('webhooks:read')) return null
  const create = may('webhooks:write') && (
    <Button variant="default" onClick={() => setCreating(true)}>
      {say.create}
    </Button>
  )
  return (
    <section className={css.section} aria-labelledby="webhooks">
      <div className={css.head}>
        <Title order={2} size="h4" id="webhooks">
          {say.title}
        </Title>
        {create}
      </div>
      <Loaded of={asked}>{({ data }) => (data.length === 0 ? <NoneYet /> : <Newest of={data} />)}</Loaded>
      <Suspense>{isCreating && <CreateWebhook onClose={() => setCreating(false)} />}</Suspense>
    </section>
  )
}

function NoneYet() {
  const say = useWords({ en, fr }).empty
  return <EmptyState title={say.title}>{say.text}</EmptyState>
}

function Newest({ of: webhooks }: { of: readonly Webhook[] }) {
  const say = useWords({ en, fr })
  const days = useDays()
  return (
    <>
      <ul className={css.list}>
        {webhooks.map((webhook) => (
          <li key={webhook.id} className={css.row}>
            <div>
              <WebhookName of={webhook} />
            </div>
            <Health of={webhook} />
            <div>
              <Sparkline of={days.get(webhook.id)} />
            </div>
          </li>
        ))}
      </ul>
      <Anchor renderRoot={(props) => <Link to="/webhooks" {...props} />}>{say.all}</Anchor>
    </>
  )
}
