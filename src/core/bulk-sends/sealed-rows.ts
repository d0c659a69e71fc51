import type { Context } from '../context.ts'
import type { Id } from '../ids.ts'
import type { JudgedRow } from './file/judge.ts'

type Scope = Pick<Context, 'vault' | 'organizationId'>
type Place = { bulkSendId: Id; line: number }

/** Seals a row until its submission is made. */
export function sealRow(ctx: Scope, bulkSendId: Id, { line, ...said }: JudgedRow): Buffer {
  return ctx.vault.seal(purpose(ctx, 'row', { bulkSendId, line }), Buffer.from(JSON.stringify(said)))
}

export function openRow(ctx: Scope, place: Place, sealed: Buffer): Omit<JudgedRow, 'line'> {
  return JSON.parse(ctx.vault.open(purpose(ctx, 'row', place), sealed).toString())
}

/** Seals the invitation tokens of a row, by role, for the result file. */
export function sealWaysIn(ctx: Scope, place: Place, ways: Record<string, string>): Buffer {
  return ctx.vault.seal(purpose(ctx, 'ways', place), Buffer.from(JSON.stringify(ways)))
}

export function openWaysIn(ctx: Scope, place: Place, sealed: Buffer): Record<string, string> {
  return JSON.parse(ctx.vault.open(purpose(ctx, 'ways', place), sealed).toString())
}

function purpose({ organizationId }: Scope, what: string, { bulkSendId, line }: Place): string {
  return `bulk send ${what}:${organizationId}:${bulkSendId}:${line}`
}
