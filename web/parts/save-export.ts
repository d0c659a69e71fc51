import { asClient, type Resource } from '../app/api.ts'
import { saveFile } from './save-file.ts'

type Export = Resource<'exports'>

/** The name of an export's file: `verifications.csv`. */
export function fileNameOf({ attributes: { list, format } }: Export): string {
  return `${list}.${format}`
}

/** Fetches the file of a finished export, and saves it for the person. */
export async function saveExport(of: Export): Promise<void> {
  saveFile(await asClient((api) => api.download('exports', of.id, 'content')), fileNameOf(of))
}
