import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type AgreementInput, createAgreement, listAgreements } from '../core/agreements/index.ts'
import { formatId } from '../core/ids.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'

export const command: Command = {
  about: 'List agreements, and create one from a JSON file and its Markdown source.',
  usage: `agreements list | create --definition <file.json> [--source <file.md>]   [--organization <slug>]
       The JSON holds title, source (unless --source), signerRoles, fields and requiredVerifications.`,
  async run(args) {
    const options = {
      organization: { type: 'string' },
      definition: { type: 'string' },
      source: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals[0] === 'list') {
      await withOrganization(values.organization, async (ctx) => {
        const { items } = await listAgreements(ctx, { page: { number: 1, size: 100 } })
        printJson(
          items.map(({ id, title, version, createdAt }) => ({
            id: formatId('agreement', id),
            title,
            version,
            createdAt,
          })),
        )
      })
    } else if (positionals[0] === 'create' && values.definition) {
      const input = await readDefinition(values.definition, values.source)
      await withOrganization(values.organization, async (ctx) => {
        const { id, title, version } = await createAgreement(ctx, input)
        printJson({ id: formatId('agreement', id), title, version })
      })
    } else throw new UsageError('Say list, or create --definition agreement.json.')
    return 0
  },
}

async function readDefinition(file: string, source: string | undefined): Promise<AgreementInput> {
  const given: Partial<AgreementInput> = JSON.parse(await readFile(file, 'utf8'))
  const words = source ? await readFile(source, 'utf8') : given.source
  const { title, signerRoles, fields, requiredVerifications = [] } = given
  if (!title || !words || !signerRoles || !fields)
    throw new UsageError(`${file} needs title, source, signerRoles and fields.`)
  return { title, source: words, signerRoles, fields, requiredVerifications }
}
