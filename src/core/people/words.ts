import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../context.ts'
import { foldText } from '../fold.ts'

type Scope = Pick<Context, 'organizationId' | 'vault'>
type Field = 'name' | 'email'

/**
 * The index entries of a name or an address: a keyed hash of each word. Case and accents do not count. The words
 * themselves would reveal names to anybody who reads the database.
 */
export function wordsOf(scope: Scope, field: Field, text: string): string[] {
  const plain = foldText(foldText(text).normalize('NFKD').replaceAll(/\p{M}/gu, ''))
  const words = new Set(plain.match(/[\p{L}\p{N}]+/gu) ?? [])
  return [...words].map((word) => toUuid(scope.vault.mark(`word:${scope.organizationId}:${field}`, word)))
}

/** A search for signers whose name or address has all words of a text. */
export function findByWords(field: Field) {
  return (ctx: Context, text: string): { values: readonly unknown[]; condition: RawBuilder<boolean> } => {
    const words = wordsOf(ctx, field, text)
    const condition = sql<boolean>`signers.id in (select signer_id from signer_words
      where organization_id = ${ctx.organizationId} and word = any(${words}::uuid[])
      group by signer_id having count(*) = ${words.length})`
    return { values: [ctx.organizationId, words, words.length], condition }
  }
}

/** A search for submissions with a signer whose name, or whose address, has all words of a text. */
export function findBySigners(
  ctx: Context,
  text: string,
): { values: readonly unknown[]; condition: RawBuilder<boolean> } {
  const [names, addresses] = [wordsOf(ctx, 'name', text), wordsOf(ctx, 'email', text)]
  const having = (words: string[]) => sql`select signer_id from signer_words
    where organization_id = ${ctx.organizationId} and word = any(${words}::uuid[])
    group by signer_id having count(*) = ${words.length}`
  const condition = sql<boolean>`submissions.id in (select signers.submission_id from signers
    where signers.organization_id = ${ctx.organizationId}
      and (signers.id in (${having(names)}) or signers.id in (${having(addresses)})))`
  const values = [ctx.organizationId, ctx.organizationId, names, names.length]
  return { values: [...values, ctx.organizationId, addresses, addresses.length], condition }
}

/** Not null for a signer with a known name or address. */
export function hasWords(field: Field): RawBuilder<unknown> {
  return sql`(select max(field) from signer_words where signer_words.organization_id = signers.organization_id
    and signer_words.signer_id = signers.id and signer_words.field = ${sql.lit(field)})`
}

function toUuid(mark: Buffer): string {
  const hex = mark.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}
