import { Type } from 'typebox'
import { consentTextList, listConsentTexts, consentTexts as texts } from '../../../core/verifications/index.ts'
import { json, text, word } from '../attributes.ts'
import { defineResource } from '../define-resource.ts'
import { consentTextIds } from '../ids.ts'

const kinds = [...new Set(texts.map(({ kind }) => kind))]
const pages = Type.Array(Type.Object({ title: Type.String(), paragraphs: Type.Array(Type.String()) }))

/** The texts that people see and agree to. */
export const consentTexts = defineResource({
  type: 'consent-texts',
  idKind: 'consent_text',
  ids: consentTextIds,
  about: 'The texts that people read and consent to. A version never changes.',
  permissions: { read: 'verifications:read' },
  fields: consentTextList.fields,
  attributes: {
    kind: word(kinds, 'What is agreed to.'),
    version: text('The version. Use it as textVersion of a consent.'),
    locale: text('The language.'),
    sha256: text('SHA-256 of the text, in hex.'),
    statement: text('The sentence beside the box that the person ticks.'),
    pages: json(
      pages,
      'The texts. Show each on a page of its own. Replace {{organization}} with the name of your organization.',
    ),
  },
  relationships: {},
  instead: {
    create: 'The texts are a part of Sealane.',
    update: 'A version is never changed.',
    remove: 'They are proof.',
  },
  list: listConsentTexts,
})
