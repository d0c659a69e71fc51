import { randomBytes } from 'node:crypto'
import type { FinishedAgreement, GivenRole } from '../../src/core/agreements/index.ts'
import { createAgreement, createAgreementLink } from '../../src/core/agreements/index.ts'
import {
  acceptInvitation,
  asSigner,
  ceremonyJobs,
  declineAgreement,
  findCeremony,
  loadCeremony,
  shownOf,
} from '../../src/core/ceremony/index.ts'
import type { Context } from '../../src/core/context.ts'
import type { Mail } from '../../src/core/mail.ts'
import {
  completeSubmission,
  createSubmission,
  findSigners,
  type NewSubmission,
} from '../../src/core/submissions/index.ts'
import { finishAs } from './finishing.ts'
import { act, formOf, type Opened } from './opened.ts'
import { database, newContext } from './organization.ts'

type Role = { role: string } & Partial<Omit<GivenRole, 'key' | 'name'>>
export type Several = Awaited<ReturnType<typeof newSeveral>>

/** An agreement with these roles, with a place for the signature of everybody who signs. */
export async function newAgreementFor(ctx: Context, roles: readonly Role[], checked = false) {
  const signing = roles.filter(({ kind = 'signer' }) => kind === 'signer')
  const { id: agreementId } = await createAgreement(ctx, {
    title: 'Lease',
    source: signing.map(({ role }) => `{{signature:${role}}}`).join(' '),
    signerRoles: roles.map(({ role, ...more }) => ({ key: role, name: role, ...more })),
    fields: signing.map(({ role }) => ({
      ...{ key: `signature_${role}`, type: 'signature', role, label: role, required: true },
    })),
    requiredVerifications: checked
      ? [{ type: 'enhanced_identity_verification', tier: null, role: roles[0]?.role ?? '' }]
      : [],
  })
  return createAgreementLink(ctx, { agreementId })
}

/** A submission for several people, all invited by mail, and their possible acts. */
export async function newSeveral(roles: readonly Role[], more: Partial<NewSubmission> = {}) {
  const ctx = await newContext()
  const link = await newAgreementFor(ctx, roles)
  const signers = roles.map(({ role }) => ({
    role,
    name: role,
    email: `${role}@example.com`,
    delivery: 'email' as const,
  }))
  const { submission } = await createSubmission(ctx, { agreementLinkId: link.id, signers, ...more })
  const letters: Mail[] = []
  const inbox = new Map<string, string>()
  const read = (mail: Mail) => {
    const token = /begin\/([\w-]+)/.exec(JSON.stringify(mail.params))?.[1]
    if (token) inbox.set(roleOf(mail), token)
  }
  const parts = {
    database,
    now: () => ctx.now,
    contextOf: () => ({ ...ctx, actor: { kind: 'system' as const } }),
    sendMail: async (mail: Mail) => void letters.push(mail),
    publicUrl: () => 'https://sealane.example',
  }
  /** Runs the mail jobs that are due. Returns the sent mails. */
  const send = async () => {
    for (const { name, payload } of await takeJobs(ctx, 'ceremony.mail')) await ceremonyJobs[name]?.(parts, payload)
    const sent = letters.splice(0)
    sent.forEach(read)
    return sent
  }
  const mails = async () => (await send()).map((mail) => `${roleOf(mail)} ${mail.letter}`).sort()
  const enter = async (role: string, mailbox = role): Promise<Opened> => {
    await mails()
    return enterAs(ctx, { linkId: link.id, submissionId: submission.id, role, secret: inbox.get(mailbox) ?? '' })
  }
  return {
    ...{ ctx, link, submissionId: submission.id, letters: send, mails, enter, inbox },
    jobs: async () => (await takeJobs(ctx, 'submission.')).map(({ name }) => name),
    signerOf: (role: string) => signerOf(ctx, submission.id, role),
    act: async (role: string) => act(await enter(role)),
    actAs: async (mailbox: string, role: string) => act(await enter(role, mailbox), 'Alex'),
    decline: async (role: string) => {
      const { ctx: own, ceremony } = await enter(role)
      await declineAgreement(own, await ceremony(), formOf(await ceremony()), 'No.')
    },
  }
}

const roleOf = ({ to: [address = ''] }: Mail) => address.split('@')[0] ?? ''

/** Takes the waiting jobs of an organization, oldest first. */
async function takeJobs({ organizationId }: Context, start: string) {
  const { rows } = await database.pool.query<{ id: string; name: string; payload: Record<string, unknown> }>(
    `delete from graphile_worker._private_jobs as job using graphile_worker._private_tasks as task
     where task.id = job.task_id and task.identifier like $1 and job.payload ->> 'organizationId' = $2
     returning job.id, task.identifier as name, job.payload`,
    [`${start}%`, organizationId],
  )
  return rows.sort((a, b) => Number(a.id) - Number(b.id))
}

export async function signerOf(ctx: Context, submissionId: string, role: string) {
  const signer = (await findSigners(ctx, submissionId)).find((one) => one.role === role)
  if (!signer) throw new Error(`There is no role ${role}.`)
  return signer
}

type Entering = { linkId: string; submissionId: string; role: string; secret: string }

/** Accepts the invitation of a role. */
export async function enterAs(ctx: Context, { linkId, submissionId, role, secret }: Entering): Promise<Opened> {
  const signer = await signerOf(ctx, submissionId, role)
  const visitor: Context = { ...ctx, actor: { kind: 'visitor', permissions: [] } }
  const { version } = shownOf(await loadCeremony(ctx, signer.id))
  const proof = await acceptInvitation(visitor, linkId, secret, { page: randomBytes(32), version })
  const ceremony = async () => (await findCeremony(visitor, proof)).ceremony
  return { ctx: asSigner(visitor, signer), proof, ceremony }
}

/** Makes the finished document. Returns null when it cannot be made yet. */
export function newDocumentMaker({ ctx, submissionId }: Pick<Several, 'ctx' | 'submissionId'>) {
  return {
    make: async () => {
      const made: FinishedAgreement[] = []
      await completeSubmission(
        { ...ctx, actor: { kind: 'system' } },
        finishAs((input) => made.push(input)),
        submissionId,
      )
      return made[0] ?? null
    },
  }
}
