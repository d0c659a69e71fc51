import { Type } from 'typebox'
import { longestKey, MAX_SOURCE_LENGTH } from '../../../core/agreements/index.ts'
import type { Id } from '../../../core/ids.ts'
import type { Draft } from '../../../core/submissions/index.ts'
import { mapOfTexts } from '../../maps.ts'
import { fields, requiredVerifications, signerRoles } from '../agreement-shapes.ts'
import { json, text } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { toOne } from '../resource.ts'
import { shownSentence } from '../sentences.ts'

const fault = Type.Object({
  pointer: Type.String({ description: 'The place of the fault, as a JSON pointer into the request.' }),
  line: Type.Union([Type.Integer(), Type.Null()], { description: 'The line of the source, from 1.' }),
  rule: Type.String(),
  detail: Type.String({ description: 'What to do.' }),
  ...shownSentence,
})

const spot = Type.Object({
  field: Type.Integer({ description: 'The place of the field in the list of fields, from 0.' }),
  page: Type.Integer(),
  x: Type.Number(),
  y: Type.Number(),
  width: Type.Number(),
  height: Type.Number(),
})

/**
 * A draft as a client sends it. `agreementId` names the agreement that has the PDF; `shownTo` names the role that sees
 * the pages.
 */
export type GivenDraft = Draft & { agreementId?: Id; shownTo?: string }

/** The type of agreement drafts, which are not kept. `take` gets the given values. */
export const previewsTaking = (take: (draft: GivenDraft) => void) =>
  defineResource({
    type: 'agreement-previews',
    idKind: 'agreement',
    about:
      'Previews an agreement that you are writing, as signers will see it, and lists its faults. Nothing is stored. The same request at /agreement-previews/pdf gives the document.',
    permissions: { read: 'agreements:write', write: 'agreements:write' },
    fields: {},
    attributes: {
      title: text('What it is called.', { write: 'create', required: true }),
      source: text('The text, with {{key}} at the place of each field; empty for an agreement of a PDF.', {
        write: 'create',
        required: true,
        max: MAX_SOURCE_LENGTH,
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
      values: json(mapOfTexts(), 'The values of the fields, by key. Values that do not fit their field are left out.', {
        write: 'create',
      }),
      shownTo: text(
        'The role whose signing page is shown. With a role, a text is shown with the controls of its fields. Without one, a text is shown as it reads, and a PDF is shown for the first role that acts.',
        {
          write: 'create',
          max: longestKey,
        },
      ),
      html: text('The text, or the pages of a PDF, as the signing pages show it; null when it cannot be read.', {
        nullable: true,
      }),
      spots: json(Type.Array(spot), 'The places of fields on a PDF, including fields at words in braces.'),
      stylesheet: text('The address of the stylesheet of the preview.'),
      faults: json(Type.Array(fault), 'The faults of the agreement. Without faults, it can be created.'),
    },
    relationships: {
      agreement: toOne('agreements', 'agreementId', 'An existing agreement of a PDF. Its file is shown.', {
        write: 'create',
      }),
    },
    list: async () => ({ items: [], total: 0, number: 1, size: 1 }),
    create: async (_, given) => {
      take({ requiredVerifications: [], ...given })
      return { id: '' }
    },
  })

/** The same type, for the documentation. */
export const agreementPreviews = previewsTaking(() => {})
