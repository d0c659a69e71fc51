import { Button } from '@mantine/core'
import type { Resource } from '../app/api.ts'
import type { Column } from '../parts/list/index.tsx'
import type { webhooks } from '../texts/en/webhooks.ts'
import type { Webhook } from './data.ts'
import { Health } from './health.tsx'
import { WebhookName } from './name.tsx'
import { Sparkline } from './sparkline.tsx'

type Options = {
  days: Map<string, Resource<'webhook-statistics'>>
  /** Omitted without the permission to change webhooks. */
  onSwitch?: (webhook: Webhook) => void
}

/** The columns of the list of webhooks. */
export function columnsOf(say: typeof webhooks, { days, onSwitch }: Options): Column<'webhooks'>[] {
  const { url, state, day, waiting, actions } = say.columns
  const columns: Column<'webhooks'>[] = [
    { name: 'url', label: url, sort: 'destinationUrl', cell: (webhook) => <WebhookName of={webhook} /> },
    { name: 'state', label: state, sort: 'serviceStatus', width: 17, cell: (webhook) => <Health of={webhook} /> },
    { name: 'day', label: day, width: 11, cell: ({ id }) => <Sparkline of={days.get(id)} /> },
    { name: 'waiting', label: waiting, width: 6, cell: ({ attributes }) => say.waiting(attributes.waiting) },
  ]
  if (!onSwitch) return columns
  const button = (webhook: Webhook) => (
    <Button variant="default" size="compact-sm" onClick={() => onSwitch(webhook)}>
      {webhook.attributes.serviceStatus ? say.switchOff : say.switchOn}
    </Button>
  )
  return [...columns, { name: 'actions', label: actions, width: 9, isActions: true, cell: button }]
}
