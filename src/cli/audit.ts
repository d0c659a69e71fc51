import { parseArgs } from 'node:util'
import { verify } from '../../verifier/verify.ts'
import { languages, sayReason } from '../../verifier/words.ts'
import { type Config, readConfig } from '../config.ts'
import type { Finding } from '../core/audit/index.ts'
import type { Context } from '../core/context.ts'
import { inspectLog, inspectWitnesses, readTrust, type Witnessing } from '../core/evidence/index.ts'
import { formatId, type Id } from '../core/ids.ts'
import { inspectEvidence, type JudgeDocument } from '../core/submissions/index.ts'
import { createLog } from '../log.ts'
import { type Core, openCore } from '../store.ts'
import { createSealing, createWitnessing, witnessPolicyOf } from '../work.ts'
import { type Command, UsageError } from './index.ts'
import { printJson } from './open.ts'

type Verdict = { organization: string; findings: Finding[] }

const kinds = { signer: 'signer', field: 'signer', consent: 'consent', document: 'document' } as const

export const command: Command = {
  about:
    'Compare all evidence with the trail and its log: chains, heads, counts, leaves, signers, fields, consents, documents.',
  usage: 'audit [--organization <slug>] [--json]   (exit code 0: all is as it was written; 1: something is off)',
  async run(args) {
    const options = { organization: { type: 'string' }, json: { type: 'boolean' } } as const
    const { values } = parseArgs({ args, options })
    const config = readConfig()
    const core = await openCore(config, createLog({ logLevel: 'warn' }))
    try {
      const verdicts = await inspectAll(core, await findMeans(config, core), values.organization)
      if (values.json) printJson({ organizations: verdicts })
      else process.stdout.write(verdicts.map(describe).join(''))
      return verdicts.some(({ findings }) => findings.length > 0) ? 1 : 0
    } finally {
      await core.close()
    }
  },
}

/** What documents and heads are held against: the verifier with this installation's trust file, and its witnesses. */
async function findMeans(config: Config, core: Core): Promise<Means> {
  const policy = witnessPolicyOf(config)
  const settings = { timestampRoots: config.timestampRoots, witnesses: policy }
  const trust = JSON.stringify(await readTrust(core.database.system, createSealing(config, core).publicUrl(), settings))
  const judge: JudgeDocument = async (bytes) => {
    const { reasons } = await verify(bytes, trust)
    const [first] = reasons
    return first ? sayReason(first.code, first.values, languages.en) : null
  }
  return { witnesses: createWitnessing(config, core), judge }
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
      ...refusals.map((problem) => ({ what: 'log' as const, id, problem })),
    ]
    verdicts.push({ organization, findings: found.map((finding) => withPublicId(finding, id)) })
  }
  return verdicts
}

// A chain is a submission's, or the organization's own.
function withPublicId({ what, id, problem }: Finding, organizationId: Id): Finding {
  const kind = id === organizationId ? 'organization' : what in kinds ? kinds[what as keyof typeof kinds] : 'submission'
  return { what, id: formatId(kind, id), problem }
}

function describe({ organization, findings }: Verdict): string {
  if (findings.length === 0) return `${organization}: all is as it was written.\n`
  return findings.map(({ what, id, problem }) => `${organization}: ${what} ${id} ${problem}.\n`).join('')
}
