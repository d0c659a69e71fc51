import {
  coveredPlaces,
  type Field,
  type FinishedSource,
  findVersionFile,
  placesOf,
  readFileBytes,
} from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { sha256 } from '../vault.ts'
import type { AgreementVersion } from './contents.ts'

/** The PDF that an agreement is made of, as it is finished; undefined for one of Markdown. Throws when it is not the one that was shown. */
export async function describeSource(
  ctx: Context,
  version: AgreementVersion,
  shown: readonly Field[],
): Promise<FinishedSource | undefined> {
  const file = await findVersionFile(ctx, version)
  if (!file) return undefined
  const bytes = await readFileBytes(ctx, file.sha256)
  if (!bytes || sha256(bytes).toString('hex') !== file.sha256) throw new Error('The PDF is not the one that was shown.')
  const places = shown.map((field) => [field.key, placesOf(field, file)] as const)
  return { bytes, pages: file.pages, places: Object.fromEntries(places), covered: coveredPlaces(version.fields, file) }
}
