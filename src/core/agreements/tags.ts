import { recordAudit } from '../audit/index.ts'
import type { Context } from '../context.ts'
import { type Fault, fault } from '../errors.ts'
import { foldText } from '../fold.ts'
import type { Id } from '../ids.ts'
import { checkText } from '../text.ts'

export const mostTags = 20
export const longestTag = 50

/** The faults of tags. A tag must not contain a comma, because a filter separates tags by commas. */
export function findTagFaults(tags: readonly string[]): Fault[] {
  if (tags.length > mostTags) return [fault(['tags'], 'max_items', { most: mostTags, value: tags.length })]
  return tags.flatMap((tag, index) => {
    const path = ['tags', String(index)]
    const faults = checkText(path, tag, { maxLength: longestTag, minLength: 1 })
    return faults.length === 0 && tag.includes(',') ? [fault(path, 'tag_comma', { value: tag })] : faults
  })
}

/** Trims tags and removes those that differ only in case. */
export function tidyTags(tags: readonly string[]): string[] {
  const tidy = tags.map((tag) => tag.trim())
  return tidy.filter((tag, index) => tidy.findIndex((other) => foldText(other) === foldText(tag)) === index)
}

/** Sets the tags of an agreement without a new version. Runs in the caller's transaction. */
export async function setTags(ctx: Context, id: Id, tags: readonly string[]): Promise<void> {
  const kept = tidyTags(tags)
  await ctx.db
    .updateTable('agreements')
    .set({ tags: kept, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', id)
    .execute()
  await recordAudit(ctx, { action: 'agreement.tagged', subject: { type: 'agreement', id }, data: { tags: kept } })
}
