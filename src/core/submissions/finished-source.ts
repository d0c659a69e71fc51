import {
  coveredPlaces,
  type Field,
  type FinishedSource,
  findVersionFile,
  type PdfFile,
  placesOf,
  readFileBytes,
} from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { sha256 } from '../vault.ts'
import type { AgreementVersion } from './contents.ts'

/**
 * The PDF of an agreement with its places of fields; undefined for an agreement in Markdown.
 * Throws when the stored bytes are not those that were shown.
 */
export async function describeSource(
  ctx: Context,
  version: AgreementVersion,
  shown: readonly Field[],
): Promise<FinishedSource | undefined> {
  const file = await findVersionFile(ctx, version)
  return file ? describeFile(ctx, file, { all: version.fields, shown }) : undefined
}

/** All fields of an agreement, and the ones that their rules show. */
type Fields = { all: readonly Field[]; shown: readonly Field[] }

/** A PDF with its places of fields. Throws when the stored bytes do not have the recorded hash. */
export async function describeFile(ctx: Context, file: PdfFile, { all, shown }: Fields): Promise<FinishedSource> {
  const bytes = await readFileBytes(ctx, file.sha256)
  if (!bytes || sha256(bytes).toString('hex') !== file.sha256) throw new Error('The PDF is not the one that was shown.')
  const places = shown.map((field) => [field.key, placesOf(field, file)] as const)
  return { bytes, pages: file.pages, places: Object.fromEntries(places), covered: coveredPlaces(all, file) }
}
