import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { defineList, type ListRequest, listField, listRows, type Page } from '../lists/index.ts'
import { type ConsentPage, consentTexts, hashConsentText } from './consent-texts.ts'

/** A consent text as a list item. Its id is `<version>.<locale>`. */
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

/** The list of consent texts, which come with the program and not from a table. */
export const consentTextList = defineList({
  name: 'consent_text',
  permission: 'verifications:read',
  fields: {
    id: listField('id', 'texts.id', {
      keys: [{ column: sql.ref('texts.id'), type: 'text' }],
      match: (keys) => sql`texts.id = any(${keys}::text[])`,
    }),
    kind: listField('word', 'texts.kind', { isNeverEmpty: true }),
    version: listField('text', 'texts.version', { isNeverEmpty: true }),
    locale: listField('text', 'texts.locale', { isNeverEmpty: true }),
    sha256: listField('text', 'texts.sha256', { isNeverEmpty: true }),
    position: listField('number', 'texts.position', { isNeverEmpty: true }),
  },
  newest: 'position',
  scope: () => [json],
  rows(ctx) {
    const columns = sql`texts(id text, kind text, version text, locale text, sha256 text, position integer)`
    const rows = sql<{ id: string }>`jsonb_to_recordset(${json}::jsonb)`.as<'texts'>(columns)
    return ctx.db.selectFrom(rows).select('texts.id')
  },
  read: (_, rows) => rows.flatMap(({ id }) => listed.filter((text) => text.id === id)),
})

/** Lists consent texts, the newest of a kind first. */
export function listConsentTexts(ctx: Context, request: ListRequest): Promise<Page<ListedText>> {
  return listRows(ctx, consentTextList, request)
}
