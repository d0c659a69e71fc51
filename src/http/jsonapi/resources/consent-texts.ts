import { Type } from 'typebox'
import { consentTextList, listConsentTexts, consentTexts as texts } from '../../../core/verifications/index.ts'
import { json, text, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { consentTextIds } from '../ids.ts'

const kinds = [...new Set(texts.map(({ kind }) => kind))]
const pages = Type.Array(Type.Object({ title: Type.String(), paragraphs: Type.Array(Type.String()) }))

/** What people are shown and agree to. */
export const consentTexts = defineResource({
  type: 'consent-texts',
  idKind: 'consent_text',
  ids: consentTextIds,
  about: 'What people are shown and agree to, page by page. A version is never changed.',
  permissions: { read: 'verifications:read' },
  fields: consentTextList.fields,
  attributes: {
    kind: word(kinds, 'What is agreed to.'),
    version: text('The version, for textVersion of a consent.'),
    locale: text('The language.'),
    sha256: text('SHA-256 of the text, in hex.'),
    statement: text('The sentence beside the box that is ticked.'),
    pages: json(pages, 'Each stands on a page of its own; {{organization}} is your name.'),
  },
  relationships: {},
  instead: { create: 'They come with the program.', update: 'A version is never changed.', remove: 'They are proof.' },
  list: listConsentTexts,
})
