import { createHash } from 'node:crypto'
import {
  acceptInvitation,
  asSigner,
  ceremonyJobs,
  declineAgreement,
  delegateSigner,
  findCeremony,
  loadCeremony,
  reassignSigner,
  saveDraft,
  shownOf,
} from '../../../src/core/ceremony/index.ts'
import type { Context } from '../../../src/core/context.ts'
import { DomainError } from '../../../src/core/errors.ts'
import type { Mail } from '../../../src/core/mail.ts'
import { permissions } from '../../../src/core/permissions.ts'
import { expireSubmission } from '../../../src/core/submissions/expiry.ts'
import {
  type Finishing,
  findSigners,
  remindSigner,
  type Signer,
  submissionJobs,
  voidSubmission,
  whoseTurn,
} from '../../../src/core/submissions/index.ts'
import type { Database } from '../../../src/db/index.ts'
import { act, formOf, identifyAs, type Opened } from '../../support/opened.ts'
import { runJobs } from './jobs.ts'
import type { Act, What } from './plan.ts'
import type { Case, Letter, Memory } from './player.ts'

/** The parts that an act needs. `number` is the number of the move. */
type Scene = {
  database: Database
  finishing: Finishing
  post(letter: Letter): Promise<void>
  of: Case
  memory: Memory
  ctx: Context
  number: number
}

type Doing = (scene: Scene, signer: Signer) => Promise<unknown>

const dayMs = 86_400_000
const senderId = '019a0000-0000-7000-8000-000000000001'

/** Does an act. Throws what core throws. */
export async function doAct(scene: Scene, { what, role }: Act): Promise<void> {
  const signer = (await findSigners(scene.ctx, scene.of.submissionId)).find((one) => one.role === role)
  if (!signer) throw new Error(`There is no role ${role}.`)
  await doings[what](scene, signer)
}

const doings: Record<What, Doing> = {
  async open(scene, signer) {
    scene.memory.browsers[signer.role] = { page: (scene.memory.browsers[signer.role]?.page ?? 0) + 1 }
    await enter(scene, signer)
  },
  async consent(scene, signer) {
    await identifyAs(await enter(scene, signer), whoIs(signer))
  },
  async fill(scene, signer) {
    const { ctx, ceremony } = await enter(scene, signer)
    const present = await ceremony()
    const fields = { [`note_${signer.role}`]: `Typed at move ${scene.number}` }
    await saveDraft(ctx, present, formOf(present), { fields, locale: 'en' })
  },
  sign: async (scene, signer) => act(await enter(scene, signer)),
  async proceed(scene) {
    await mailLetters(scene)
    const [next] = whoseTurn(await findSigners(scene.ctx, scene.of.submissionId))
    if (next) await doings.sign(scene, next)
  },
  decline: refuse,
  refuse,
  async reassign(scene, { id, role }) {
    const before = scene.memory.browsers[role]?.proof
    await reassignSigner(asSender(scene.ctx), id, { ...newWho(scene, role), mayDelegate: true })
    loseBrowser(scene, role, before)
  },
  async delegate(scene, signer) {
    const { ctx, proof, ceremony } = await enter(scene, signer)
    const present = await ceremony()
    await delegateSigner(ctx, present, formOf(present), newWho(scene, signer.role))
    loseBrowser(scene, signer.role, proof)
  },
  void: ({ ctx, of }) => voidSubmission(asSender(ctx), of.submissionId, null),
  expire: ({ ctx, of }) => expireSubmission({ ...ctx, now: new Date(ctx.now.getTime() + 31 * dayMs) }, of.submissionId),
  remind: ({ ctx }, { id }) => remindSigner(asSender(ctx), id),
  mail: mailLetters,
  async finish(scene) {
    const { database, ctx, finishing } = scene
    const parts = { database, now: () => ctx.now, contextOf: () => ctx, finishing }
    await runJobs(scene, 'submission.', (name, payload) => submissionJobs[name]?.(parts, payload))
  },
  async wait(scene, signer) {
    await mailLetters(scene)
    for (const what of ['finish', 'expire'] as const) await doings[what](scene, signer)
    await mailLetters(scene)
  },
  async intrude({ ctx, memory }) {
    for (const proof of memory.out) {
      if (await find(asVisitor(ctx), proof))
        throw new Error('The way in of somebody who has passed their part on still works.')
    }
  },
}

async function mailLetters(scene: Scene): Promise<void> {
  const { database, ctx, post } = scene
  const parts = {
    ...{ database, now: () => ctx.now, contextOf: () => ctx, publicUrl: () => 'https://sealane.example' },
    sendMail: (mail: Mail) => post(letterOf(mail)),
  }
  await runJobs(scene, 'ceremony.', (name, payload) => ceremonyJobs[name]?.(parts, payload))
}

async function refuse(scene: Scene, signer: Signer): Promise<void> {
  const { ctx, ceremony } = await enter(scene, signer)
  const present = await ceremony()
  await declineAgreement(ctx, present, formOf(present), 'No.')
}

/** The page that a person has before them: in their browser, or else by the invitation that was mailed last. */
async function enter({ ctx, of, memory }: Scene, signer: Signer): Promise<Opened> {
  const { role } = signer
  const visitor = asVisitor(ctx)
  memory.browsers[role] ??= { page: 1 }
  const browser = memory.browsers[role]
  const known = browser.proof && (await find(visitor, browser.proof))
  if (!known) browser.proof = await openPage({ ctx: visitor, of, memory }, signer, browser.page)
  const { proof } = browser
  if (!proof) throw new Error('Nobody has come in.')
  let first = known?.ceremony
  const ceremony = async () => {
    const found = first ?? (await findCeremony(visitor, proof)).ceremony
    first = undefined
    return found
  }
  return { ctx: asSigner(visitor, signer), proof, ceremony }
}

/** Opens a page by an invitation. It is the same page again when its answer never arrived. */
async function openPage(
  { ctx, of, memory }: Pick<Scene, 'ctx' | 'of' | 'memory'>,
  { id, role }: Signer,
  number: number,
) {
  const { version } = shownOf(await loadCeremony(ctx, id))
  const page = createHash('sha256').update(`${of.submissionId} ${role} ${number}`).digest()
  return acceptInvitation(ctx, of.linkId, memory.inbox[role] ?? '', { page, version })
}

async function find(ctx: Context, proof: Opened['proof']) {
  return findCeremony(ctx, proof).catch((error: unknown) => {
    if (!(error instanceof DomainError)) throw error
  })
}

function loseBrowser({ memory }: Scene, role: string, proof: Opened['proof'] | undefined): void {
  if (proof) memory.out.push(proof)
  const browser = memory.browsers[role]
  if (browser?.proof?.token === proof?.token) memory.browsers[role] = { page: (browser?.page ?? 0) + 1 }
}

function whoIs({ role, name, email }: Signer) {
  return { name: name ?? role, email: email ?? `${role}@example.com` }
}

function newWho({ number }: Scene, role: string) {
  return { name: `${role} of ${number}`, email: `${role}.${number}@example.com` }
}

function letterOf({ to: [address = ''], letter, params }: Mail): Letter {
  const token = /begin\/([\w-]+)/.exec(JSON.stringify(params))?.[1]
  return { to: address, letter, ...(token ? { token } : {}) }
}

function asVisitor(ctx: Context): Context {
  return { ...ctx, actor: { kind: 'visitor', permissions: [] } }
}

function asSender(ctx: Context): Context {
  return { ...ctx, actor: { kind: 'api_key', id: senderId, role: 'custom', permissions, apiVersion: '2.2' } }
}
