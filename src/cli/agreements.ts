import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import {
  createAgreementOf,
  type Field,
  fieldSchema,
  type GivenAgreement,
  type GivenRole,
  listAgreements,
  roleKinds,
} from '../core/agreements/index.ts'
import { formatId } from '../core/ids.ts'
import { pdfSources } from '../work.ts'
import { type Command, UsageError } from './index.ts'
import { printJson, withOrganization } from './open.ts'
import { readBytes, readJson, readText } from './values.ts'

export const command: Command = {
  usage: `agreements list | create --definition <file.json> [--source <file.md> | --pdf <file.pdf> [--import-fields]]   [--organization <slug>]
       The JSON holds title, source (unless --source or --pdf), language (unless detected), shownMetadata (unless the link's address), signerRoles, fields and requiredVerifications.
       --import-fields makes fields of the blanks of the PDF and of its words in double braces; an empty signerRoles takes those that the words name.`,
  async run(args) {
    const options = {
      organization: { type: 'string' },
      definition: { type: 'string' },
      source: { type: 'string' },
      pdf: { type: 'string' },
      'import-fields': { type: 'boolean' },
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
      const input = await readDefinition(values.definition, values)
      await withOrganization(values.organization, async (ctx) => {
        const { id, title, version } = await createAgreementOf(ctx, publishing, input)
        printJson({ id: formatId('agreement', id), title, version })
      })
    } else throw new UsageError('Say list, or create --definition agreement.json.')
    return 0
  },
}

// The operator may publish even while documents cannot be sealed.
const publishing = { pdfSources, requireSeal: async () => {} }

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

type From = { source?: string | undefined; pdf?: string | undefined; 'import-fields'?: boolean | undefined }

async function readDefinition(file: string, from: From): Promise<GivenAgreement> {
  const given = await readJson(file)
  if (!Value.Check(definition, given)) {
    const faults = Value.Errors(definition, given).map((error) => `  ${error.instancePath || '/'} ${error.message}`)
    throw new UsageError(`${file} has faults:\n${faults.join('\n')}`)
  }
  const { title, language = null, shownMetadata = null, signerRoles, fields, requiredVerifications = [] } = given
  const words = { title, language, shownMetadata, signerRoles, fields, requiredVerifications }
  if (from.pdf) {
    const fileUpload = { name: basename(from.pdf), base64: (await readBytes(from.pdf)).toString('base64') }
    return { ...words, fileUpload, importFields: from['import-fields'] ?? false }
  }
  const source = from.source ? await readText(from.source) : given.source
  if (!source) throw new UsageError(`${file} has no source: add one, or say --source agreement.md or --pdf file.pdf.`)
  return { ...words, source }
}
