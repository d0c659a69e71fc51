import { parseArgs } from 'node:util'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import {
  type AgreementInput,
  createAgreement,
  type Field,
  fieldSchema,
  type GivenRole,
  listAgreements,
  roleKinds,
} from '../core/agreements/index.ts'
import { formatId } from '../core/ids.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'
import { readJson, readText } from './values.ts'

export const command: Command = {
  about: 'List agreements, and create one from a JSON file and its Markdown source.',
  usage: `agreements list | create --definition <file.json> [--source <file.md>]   [--organization <slug>]
       The JSON holds title, source (unless --source), language (unless detected), shownMetadata (unless the link's address), signerRoles, fields and requiredVerifications.`,
  async run(args) {
    const options = {
      organization: { type: 'string' },
      definition: { type: 'string' },
      source: { type: 'string' },
    } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals[0] === 'list') {
      await withOrganization(values.organization, async (ctx) => {
        const { items } = await listAgreements(ctx, {
          page: { number: 1, size: 100 },
          filters: [{ field: 'archivedAt', absent: true }],
        })
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

const text = Type.String()
const role = Type.Object({
  key: text,
  name: text,
  order: Type.Optional(Type.Integer()),
  kind: Type.Optional(Type.Enum([...roleKinds])),
})
const definition = Type.Object({
  title: text,
  source: Type.Optional(text),
  language: Type.Optional(text),
  shownMetadata: Type.Optional(Type.Array(text)),
  signerRoles: Type.Array(Type.Unsafe<GivenRole>(role)),
  fields: Type.Array(Type.Unsafe<Field>(fieldSchema)),
  requiredVerifications: Type.Optional(
    Type.Array(Type.Object({ type: text, tier: Type.Union([text, Type.Null()]), role: text })),
  ),
})

async function readDefinition(file: string, sourceFile: string | undefined): Promise<AgreementInput> {
  const given = await readJson(file)
  if (!Value.Check(definition, given)) {
    const faults = Value.Errors(definition, given).map((error) => `  ${error.instancePath || '/'} ${error.message}`)
    throw new UsageError(`${file} is not as it should be:\n${faults.join('\n')}`)
  }
  const { title, language = null, shownMetadata = null, signerRoles, fields, requiredVerifications = [] } = given
  const source = sourceFile ? await readText(sourceFile) : given.source
  if (!source) throw new UsageError(`${file} has no source: add one, or say --source agreement.md.`)
  return { title, source, language, shownMetadata, signerRoles, fields, requiredVerifications }
}
