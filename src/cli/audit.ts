import { parseArgs } from 'node:util'
import { type Config, readConfig } from '../config.ts'
import type { Finding } from '../core/audit/index.ts'
import type { Context } from '../core/context.ts'
import { inspectKeys, inspectLog, inspectWitnesses, readTrust, type Witnessing } from '../core/evidence/index.ts'
import { formatId, type Id } from '../core/ids.ts'
import { inspectEvidence, type JudgeDocument } from '../core/submissions/index.ts'
import { createLog } from '../log.ts'
import { type Core, openCore } from '../store.ts'
import { sayMisfit } from '../texts/index.ts'
import { createSealing, createWitnessing, witnessPolicyOf } from '../work.ts'
import { type FileVerdict, inspectFiles, judgeWith } from './audit-documents.ts'
import { type Command, UsageError } from './index.ts'
import { printJson } from './open.ts'

type Verdict = {
  organization: string
  findings: { what: Finding['what']; id: string; code: string; problem: string }[]
}

const options = {
  organization: { type: 'string' },
  document: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const

const kinds = { signer: 'signer', field: 'signer', consent: 'consent', document: 'document' } as const

export const command: Command = {
  usage: `audit [--organization <slug>] [--document <file>]… [--json]   (exit code 0: all evidence is intact; 1: something was changed)
       --document names a sealed document, or its bundle, that was kept elsewhere: the log must still begin with the head in it.`,
  async run(args) {
    const { values } = parseArgs({ args, options })
    const config = readConfig()
    const core = await openCore(config, createLog({ logLevel: 'warn' }))
    try {
      const trust = await writeTrust(config, core)
      const documents = await inspectFiles(core.database.system, trust, values.document ?? [])
      const keys = (await inspectKeys(core.database.system, core.vault)).map(sayMisfit)
      const means = { witnesses: createWitnessing(config, core), judge: (bytes: Uint8Array) => judgeWith(trust, bytes) }
      const organizations = await inspectAll(core, means, values.organization)
      if (values.json) printJson({ keys, organizations, documents })
      else
        process.stdout.write(
          [...keys.map(describeKey), ...organizations.map(describe), ...documents.map(describeFile)].join(''),
        )
      const isOff =
        organizations.some(({ findings }) => findings.length > 0) || documents.some(({ problem }) => problem)
      return isOff || keys.length > 0 ? 1 : 0
    } finally {
      await core.close()
    }
  },
}

/** The trust file of this installation. */
async function writeTrust(config: Config, core: Core): Promise<string> {
  const settings = { timestampRoots: config.timestampRoots, witnesses: witnessPolicyOf(config) }
  return JSON.stringify(await readTrust(core.database.system, createSealing(config, core).publicUrl(), settings))
}

type Means = { witnesses: Witnessing; judge: JudgeDocument }

async function inspectAll(
  { database, vault }: Core,
  { witnesses, judge }: Means,
  slug: string | undefined,
): Promise<Verdict[]> {
  const all = await database.system.selectFrom('organizations').select(['id', 'slug']).orderBy('slug').execute()
  const wanted = all.filter((one) => slug === undefined || one.slug === slug)
  if (slug !== undefined && wanted.length === 0)
    throw new UsageError(`There is no organization with the slug "${slug}".`)
  const verdicts: Verdict[] = []
  for (const { id, slug: organization } of wanted) {
    const db = database.forOrganization(id)
    const ctx: Context = { db, organizationId: id, actor: { kind: 'system' }, now: new Date(), vault }
    const refusals = await inspectWitnesses(witnesses, id)
    const found = [
      ...(await inspectEvidence(ctx, judge)),
      ...(await inspectLog(ctx, database.system)),
      ...refusals.map((misfit) => ({ what: 'log' as const, id, misfit })),
    ]
    verdicts.push({ organization, findings: found.map((finding) => tell(finding, id)) })
  }
  return verdicts
}

// A chain belongs to a submission, or to the organization itself.
function tell({ what, id, misfit }: Finding, organizationId: Id): Verdict['findings'][number] {
  const kind = id === organizationId ? 'organization' : what in kinds ? kinds[what as keyof typeof kinds] : 'submission'
  return { what, id: formatId(kind, id), code: misfit.code, problem: sayMisfit(misfit) }
}

function describe({ organization, findings }: Verdict): string {
  if (findings.length === 0) return `${organization}: all is as it was written.\n`
  return findings.map(({ what, id, problem }) => `${organization}: ${what} ${id} ${problem}.\n`).join('')
}

const describeKey = (problem: string) => `This installation ${problem}.\n`

function describeFile({ file, problem }: FileVerdict): string {
  return problem ? `${file}: ${problem}.\n` : `${file}: is proven, and the log still begins with its head.\n`
}
