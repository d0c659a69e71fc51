import { parseArgs } from 'node:util'
import { readConfig } from '../config.ts'
import { createAgreementLink, listAgreementLinks, updateAgreementLink } from '../core/agreements/index.ts'
import { formatId, parseId } from '../core/ids.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'
import { readTime } from './values.ts'

const options = {
  organization: { type: 'string' },
  agreement: { type: 'string' },
  title: { type: 'string' },
  'expires-at': { type: 'string' },
} as const

export const command: Command = {
  usage: `links list | create --agreement <id> [--title <title>] [--expires-at <ISO time>] | off <link id>   [--organization <slug>]`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [verb, shortId] = positionals
    if (verb === 'list') {
      await withOrganization(values.organization, async (ctx) => {
        const { items } = await listAgreementLinks(ctx, { page: { number: 1, size: 100 } })
        printJson(items.map(present))
      })
    } else if (verb === 'create') {
      const agreementId = parseId('agreement', values.agreement ?? '')
      if (!agreementId) throw new UsageError('Say of which: --agreement AGREE-…; the list of agreements shows the ids.')
      const { title } = values
      const expiresAt = readTime('--expires-at', values['expires-at'])
      const input = { agreementId, expiresAt, ...(title ? { title } : {}) }
      await withOrganization(values.organization, async (ctx) =>
        printJson(present(await createAgreementLink(ctx, input))),
      )
    } else if (verb === 'off') {
      const id = parseId('agreement_link', shortId ?? '')
      if (!id) throw new UsageError('Say which: links off <link id>.')
      await withOrganization(values.organization, async (ctx) =>
        printJson(present(await updateAgreementLink(ctx, id, { isActive: false }))),
      )
    } else throw new UsageError('Say list, create or off.')
    return 0
  },
}

function present(link: { id: string; agreementId: string; title: string; isActive: boolean; expiresAt: Date | null }) {
  const { publicUrl, port } = readConfig()
  const id = formatId('agreement_link', link.id)
  const url = `${publicUrl ?? `http://localhost:${port}`}/agree/${id}`
  return {
    id,
    url,
    agreement: formatId('agreement', link.agreementId),
    title: link.title,
    isActive: link.isActive,
    expiresAt: link.expiresAt,
  }
}
