import type { WriteExportPart } from './core/exports/index.ts'
import { writeExportPart as writeJsonApiPart } from './http/jsonapi/exports/write-part.ts'
import { formOf, writeRestPart } from './http/rest/exports/write-part.ts'
import { latestVersion } from './http/rest/versions/index.ts'

/** The newest form of the REST dialect, for requests without a version. */
export const restForm = formOf(latestVersion)

/** Writes a part of an export as the dialect of its request writes it. */
export const writeExportPart: WriteExportPart = (ctx, question, after) =>
  (question.form === 'jsonapi' ? writeJsonApiPart : writeRestPart)(ctx, question, after)
