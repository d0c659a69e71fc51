import { promisify } from 'node:util'
import { constants, deflateRaw, inflateRaw } from 'node:zlib'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

type Scope = Pick<Context, 'vault' | 'organizationId'>

/**
 * The request for a list. `query` has its filters and its order, and `base` begins the links in the file. `form` names
 * the face that writes the lines, and their format. Only faces read it.
 */
export type Question = { query: string; base: string; form: string }

/** Seals the request, because filters may name people. */
export function sealQuestion(ctx: Scope, id: Id, question: Question): Buffer {
  return ctx.vault.seal(purpose(ctx, id, 'question'), Buffer.from(JSON.stringify(question)))
}

export function openQuestion(ctx: Scope, id: Id, sealed: Buffer): Question {
  return JSON.parse(ctx.vault.open(purpose(ctx, id, 'question'), sealed).toString())
}

/** Seals the cursor behind a part. A cursor contains values of its row. */
export function sealPlace(ctx: Scope, id: Id, cursor: string): Buffer {
  return ctx.vault.seal(purpose(ctx, id, 'place'), Buffer.from(cursor))
}

export function openPlace(ctx: Scope, id: Id, sealed: Buffer): string {
  return ctx.vault.open(purpose(ctx, id, 'place'), sealed).toString()
}

// Compresses in other threads, because this process also answers people. Lines of a list are so similar that the
// fastest level compresses them nearly as well as the best.
const compress = promisify(deflateRaw)
const decompress = promisify(inflateRaw)
const quickest = { level: constants.Z_BEST_SPEED }

export async function sealPart(ctx: Scope, id: Id, number: number, text: Buffer): Promise<Buffer> {
  return ctx.vault.seal(purpose(ctx, id, `part ${number}`), await compress(text, quickest))
}

export function openPart(ctx: Scope, id: Id, number: number, sealed: Buffer): Promise<Buffer> {
  return decompress(ctx.vault.open(purpose(ctx, id, `part ${number}`), sealed))
}

function purpose({ organizationId }: Scope, id: Id, what: string): string {
  return `export ${what}:${organizationId}:${id}`
}
