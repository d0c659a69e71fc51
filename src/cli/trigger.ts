import { parseArgs } from 'node:util'
import { eventTypes } from '../core/events.ts'
import { formatId } from '../core/ids.ts'
import { triggerEvent } from '../core/webhooks/index.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'

export const command: Command = {
  usage: `trigger <${eventTypes.join('|')}> [--organization <slug>]`,
  async run(args) {
    const options = { organization: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const type = eventTypes.find((known) => known === positionals[0])
    if (!type || positionals.length > 1) throw new UsageError(`Say which: ${eventTypes.join(', ')}.`)
    await withOrganization(values.organization, async (ctx) => {
      const { id, deliveries } = await triggerEvent(ctx, type)
      printJson({ id: formatId('event', id), type, webhooks: deliveries.pending })
    })
    return 0
  },
}
