/** The files of kept exports have the lines of the JSON:API dialect. */
export { writeExportPart } from './http/jsonapi/exports/write-part.ts'
