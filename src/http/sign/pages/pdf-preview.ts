import type { Field, ShownFile } from '../../../core/agreements/index.ts'
import type { Reader } from '../../reader.ts'
import { pagesHtml } from './pdf-pages.ts'

// Nobody fills it in, so nothing hides a field.
const everything = {
  isShown: () => true,
  wrap: (_field: Field, drawn: string) => drawn,
  attributesOf: () => '',
  form: '',
  input: '',
}

/** The pages of a PDF as somebody of a role will have them before them, with all fields. */
export function previewPagesHtml(
  reader: Reader,
  file: ShownFile,
  fields: readonly Field[],
  filling: { role: string; draw(field: Field): string },
): string {
  return pagesHtml(reader, file, { fields, given: {} }, { ...filling, shown: everything })
}
