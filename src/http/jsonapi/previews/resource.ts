import { Type } from 'typebox'
import type { Draft } from '../../../core/submissions/index.ts'
import { mapOfTexts } from '../../maps.ts'
import { fields, requiredVerifications, signerRoles } from '../agreement-shapes.ts'
import { json, text } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'

const fault = Type.Object({
  pointer: Type.String({ description: 'Where, as a JSON pointer into the request.' }),
  line: Type.Union([Type.Integer(), Type.Null()], { description: 'The line of the source, from 1.' }),
  rule: Type.String(),
  detail: Type.String({ description: 'What to do.' }),
})

/** The type of agreements that are being written, which is not kept. `take` gets the given values. */
export const previewsTaking = (take: (draft: Draft) => void) =>
  defineResource({
    type: 'agreement-previews',
    idKind: 'agreement',
    about:
      'Shows an agreement that is being written, as signers will see it, and tells what is wrong with it. Nothing is kept. The same at /agreement-previews/pdf gives the document.',
    permissions: { read: 'agreements:write', write: 'agreements:write' },
    fields: {},
    attributes: {
      title: text('What it is called.', { write: 'create', required: true }),
      source: text('The text, with {{key}} where a field stands.', { write: 'create', required: true, max: 262_144 }),
      language: text('The language of the text, as a BCP 47 tag; detected by default.', {
        write: 'create',
        nullable: true,
        max: 35,
      }),
      signerRoles: json(signerRoles, 'Who signs.', { write: 'create', required: true }),
      fields: json(fields, 'The blanks of the text.', { write: 'create', required: true }),
      requiredVerifications: json(requiredVerifications, 'The checks that signers pass through.', { write: 'create' }),
      values: json(mapOfTexts(), 'What stands in the fields, by key; what may not stand there is left out.', {
        write: 'create',
      }),
      html: text('The text as the signing pages show it; null when it cannot be read.', { nullable: true }),
      stylesheet: text('The address of the style that it is shown with.'),
      faults: json(Type.Array(fault), 'All that is wrong with it; with none it can be created.'),
    },
    relationships: {},
    list: async () => ({ items: [], total: 0, number: 1, size: 1 }),
    create: async (_, given) => {
      take({ requiredVerifications: [], ...given })
      return { id: '' }
    },
  })

/** The same, for documents. */
export const agreementPreviews = previewsTaking(() => {})
