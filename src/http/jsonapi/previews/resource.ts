import { Type } from 'typebox'
import type { Id } from '../../../core/ids.ts'
import type { Draft } from '../../../core/submissions/index.ts'
import { mapOfTexts } from '../../maps.ts'
import { fields, requiredVerifications, signerRoles } from '../agreement-shapes.ts'
import { json, text } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'
import { shownSentence } from '../sentences.ts'

const fault = Type.Object({
  pointer: Type.String({ description: 'Where, as a JSON pointer into the request.' }),
  line: Type.Union([Type.Integer(), Type.Null()], { description: 'The line of the source, from 1.' }),
  rule: Type.String(),
  detail: Type.String({ description: 'What to do.' }),
  ...shownSentence,
})

const spot = Type.Object({
  field: Type.Integer({ description: 'Its place in the list of fields, from 0.' }),
  page: Type.Integer(),
  x: Type.Number(),
  y: Type.Number(),
  width: Type.Number(),
  height: Type.Number(),
})

/** A draft as it is sent: of a PDF when it names the agreement that has the file, and as whom its pages are shown. */
export type GivenDraft = Draft & { agreementId?: Id; shownTo?: string }

/** The type of agreements that are being written, which is not kept. `take` gets the given values. */
export const previewsTaking = (take: (draft: GivenDraft) => void) =>
  defineResource({
    type: 'agreement-previews',
    idKind: 'agreement',
    about:
      'Shows an agreement that is being written, as signers will see it, and tells what is wrong with it. Nothing is kept. The same at /agreement-previews/pdf gives the document.',
    permissions: { read: 'agreements:write', write: 'agreements:write' },
    fields: {},
    attributes: {
      title: text('What it is called.', { write: 'create', required: true }),
      source: text('The text, with {{key}} where a field stands; empty for an agreement of a PDF.', {
        write: 'create',
        required: true,
        max: 262_144,
      }),
      language: text('The language of the text, as a BCP 47 tag; detected by default.', {
        write: 'create',
        nullable: true,
        max: 35,
      }),
      signerRoles: json(signerRoles, 'Who signs.', { write: 'create', required: true }),
      fields: json(fields, 'The blanks of the text.', { write: 'create', required: true }),
      requiredVerifications: json(requiredVerifications, 'The verifications that signers pass through.', {
        write: 'create',
      }),
      values: json(mapOfTexts(), 'What stands in the fields, by key; what may not stand there is left out.', {
        write: 'create',
      }),
      shownTo: text(
        'The role as whose signing page it is shown: a text with the controls of its fields, which is else shown as it reads; a PDF as the first role that acts, unless given.',
        {
          write: 'create',
          max: 50,
        },
      ),
      html: text('The text, or the pages of a PDF, as the signing pages show it; null when it cannot be read.', {
        nullable: true,
      }),
      spots: json(Type.Array(spot), 'Where fields stand on a PDF, those at words in braces too.'),
      stylesheet: text('The address of the style that it is shown with.'),
      faults: json(Type.Array(fault), 'All that is wrong with it; with none it can be created.'),
    },
    relationships: {
      agreement: toOne('agreements', 'agreementId', 'The agreement of a PDF that is written on: its file is shown.', {
        write: 'create',
      }),
    },
    list: async () => ({ items: [], total: 0, number: 1, size: 1 }),
    create: async (_, given) => {
      take({ requiredVerifications: [], ...given })
      return { id: '' }
    },
  })

/** The same, for documents. */
export const agreementPreviews = previewsTaking(() => {})
