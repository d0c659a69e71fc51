import { asClient, type Resource } from '../app/api.ts'
import { saveFile } from './save-file.ts'

type Export = Resource<'exports'>

/** What the file of an export is called: `verifications.csv`. */
export function fileNameOf({ attributes: { list, format } }: Export): string {
  return `${list}.${format}`
}

/** Fetches the file of an export that is done, and hands it to the person. */
export async function saveExport(of: Export): Promise<void> {
  saveFile(await asClient((api) => api.download('exports', of.id, 'content')), fileNameOf(of))
}
