import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { type ListFields, type ListRequest, listField, listRows } from '../lists.ts'
import type { Page } from '../paging.ts'
import { requirePermission } from '../permissions.ts'
import { type ConsentPage, consentTexts, hashConsentText } from './consent-texts.ts'

/** A text as a list has it. The key is `<version>.<locale>`. */
export type ListedText = {
  id: string
  kind: string
  version: string
  locale: string
  sha256: string
  statement: string
  pages: readonly ConsentPage[]
}

const listed: readonly ListedText[] = consentTexts.map((text) => ({
  ...text,
  id: `${text.version}.${text.locale}`,
  sha256: hashConsentText(text).toString('hex'),
}))
const json = JSON.stringify(listed.map((text, position) => ({ ...text, position })))

/** What texts can be listed by. */
export const consentTextFields: ListFields = {
  id: { ...listField('id', 'texts.id'), match: (keys) => sql`texts.id = any(${keys}::text[])` },
  kind: listField('word', 'texts.kind'),
  version: listField('text', 'texts.version'),
  locale: listField('text', 'texts.locale'),
  sha256: listField('text', 'texts.sha256'),
  position: listField('number', 'texts.position'),
}

/** The texts that can be consented to, the newest of a kind first unless sorted. They come with the program. */
export async function browseConsentTexts(ctx: Context, request: ListRequest): Promise<Page<ListedText>> {
  requirePermission(ctx, 'verifications:read')
  const columns = sql`texts(id text, kind text, version text, locale text, sha256 text, position integer)`
  const rows = sql<{ id: string }>`jsonb_to_recordset(${json}::jsonb)`.as<'texts'>(columns)
  const query = () => ctx.db.selectFrom(rows).select('texts.id')
  const listing = { fields: consentTextFields, query, scope: [json], newest: 'position' }
  const page = await listRows(ctx, listing, request)
  return { ...page, items: page.items.flatMap(({ id }) => listed.filter((text) => text.id === id)) }
}
