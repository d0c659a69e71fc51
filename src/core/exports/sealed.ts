import { promisify } from 'node:util'
import { constants, deflateRaw, inflateRaw } from 'node:zlib'
import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'

type Scope = Pick<Context, 'vault' | 'organizationId'>

/**
 * What was asked of a list. `query` has its filters and its order, `base` begins the links in the file. `form` says which
 * face writes the lines, and how, in words of the faces.
 */
export type Question = { query: string; base: string; form: string }

/** Seals what was asked, because filters may name people. */
export function sealQuestion(ctx: Scope, id: Id, question: Question): Buffer {
  return ctx.vault.seal(purpose(ctx, id, 'question'), Buffer.from(JSON.stringify(question)))
}

export function openQuestion(ctx: Scope, id: Id, sealed: Buffer): Question {
  return JSON.parse(ctx.vault.open(purpose(ctx, id, 'question'), sealed).toString())
}

/** Seals the cursor behind a part. A cursor has values of its row. */
export function sealPlace(ctx: Scope, id: Id, cursor: string): Buffer {
  return ctx.vault.seal(purpose(ctx, id, 'place'), Buffer.from(cursor))
}

export function openPlace(ctx: Scope, id: Id, sealed: Buffer): string {
  return ctx.vault.open(purpose(ctx, id, 'place'), sealed).toString()
}

// In threads of their own, since the process also answers people. Lines of a list are so much alike that the quickest way
// compresses them nearly as well as the best.
const compress = promisify(deflateRaw)
const decompress = promisify(inflateRaw)
const quickest = { level: constants.Z_BEST_SPEED }

/** Compresses and seals a part of the file. */
export async function sealPart(ctx: Scope, id: Id, number: number, text: Buffer): Promise<Buffer> {
  return ctx.vault.seal(purpose(ctx, id, `part ${number}`), await compress(text, quickest))
}

export function openPart(ctx: Scope, id: Id, number: number, sealed: Buffer): Promise<Buffer> {
  return decompress(ctx.vault.open(purpose(ctx, id, `part ${number}`), sealed))
}

function purpose({ organizationId }: Scope, id: Id, what: string): string {
  return `export ${what}:${organizationId}:${id}`
}
