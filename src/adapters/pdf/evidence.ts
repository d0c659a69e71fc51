import { createHash } from 'node:crypto'
import type { FinishedAgreement, FinishedSigner } from '../../core/agreements/document/index.ts'
import { findFamily, writeDrawing } from '../../writing/index.ts'
import { formatInstant } from './instant.ts'
import type { Marks } from './marks.ts'
import type { SetDetail, SetSigner } from './model.ts'
import type { TextSetter } from './text.ts'

const CARD_MARK = { w: 190, h: 44 }
const NOT_RECORDED = 'not recorded'

/** What is on record of the agreement as a whole. */
export function setFacts(text: TextSetter, input: FinishedAgreement): SetDetail[] {
  const metadata = Object.entries(input.metadata).flatMap(([name, values]) =>
    [values].flat().map((value) => spellMissing(`${name} = ${value}`, input.language)),
  )
  const { detail, exact } = writeDetails(text)
  return [
    detail('Title', input.title),
    detail('Sent by', input.organizationName),
    exact('Agreement', input.agreementId),
    exact('Hash of the text', input.sourceSha256),
    exact('Link', input.linkId),
    exact('Submission', input.submissionId),
    ...(metadata.length > 0 ? [detail('Metadata', metadata.join('; '))] : []),
    detail('Completed', formatInstant(input.completedAt)),
    ...(input.chainHeadSha256 ? [exact('Head of the trail', input.chainHeadSha256)] : []),
  ]
}

/** What comes with an address may have letters that no font has: their codes tell one from another. */
function spellMissing(text: string, language: string): string {
  const letters = [...text].map((letter) => {
    const isMissing = !/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(letter) && findFamily(letter, language) === null
    return isMissing ? `[U+${letter.codePointAt(0)?.toString(16).toUpperCase()}]` : letter
  })
  return letters.join('')
}

/** A signer's card below the text, and what is on record of them. */
export function setSigner(text: TextSetter, marks: Marks, signer: FinishedSigner): SetSigner {
  return {
    heading: [...text.pieces(`${signer.role}: `), ...text.isolated(signer.name)],
    role: text.pieces(signer.role.toLocaleUpperCase('und')),
    name: text.pieces(signer.name),
    email: text.pieces(signer.email),
    mark: marks.set(signer.mark, CARD_MARK),
    summary: summaryOf(text, signer),
    acts: actsOf(text, signer),
    proofs: proofsOf(text, signer),
  }
}

function summaryOf(text: TextSetter, signer: FinishedSigner): SetDetail[] {
  const { detail } = writeDetails(text)
  return [
    detail('Signed', formatInstant(signer.signed.at)),
    detail('Mark', describeMark(signer)),
    detail('IP', signer.signed.ipAddress ?? NOT_RECORDED),
    detail('Consents', signer.consents.map((consent) => consent.title).join(', ')),
  ]
}

/** When each act was done and from where: each has the address and the browser of its own request. */
function actsOf(text: TextSetter, { viewed, consented, signed }: FinishedSigner): SetSigner['acts'] {
  const acts = { Viewed: viewed, Consented: consented, Signed: signed }
  return Object.entries(acts).map(([label, act]) => {
    const cells = act
      ? [formatInstant(act.at), act.ipAddress ?? NOT_RECORDED, act.userAgent ?? NOT_RECORDED]
      : [NOT_RECORDED, '\u2013', '\u2013']
    return { label, cells: cells.map((value) => text.isolated(value)) }
  })
}

function proofsOf(text: TextSetter, signer: FinishedSigner): SetDetail[] {
  const { detail, exact } = writeDetails(text)
  const invitation = [signer.invited?.name, signer.invited?.email].filter(Boolean).join(', ')
  return [
    detail('E-mail', signer.email),
    ...(invitation ? [detail('Invited as', invitation)] : []),
    detail('Mark', describeMark(signer)),
    ...(signer.mark.kind === 'drawn' ? [exact('Hash of the mark', hashOf(writeDrawing(signer.mark.drawing)))] : []),
    ...signer.consents.flatMap((consent) => [
      detail(
        'Consent',
        `${consent.title}, text version ${consent.textVersion}, given ${formatInstant(consent.given.at)}`,
      ),
      exact('Hash of its text', consent.textSha256),
    ]),
    ...signer.verifications.flatMap(({ id, type, status, result, isSimulated }) => [
      detail(
        'Verification',
        [type, status, result ?? 'no result', ...(isSimulated ? ['simulated: nobody was checked'] : [])].join(', '),
      ),
      exact('Its id', id),
    ]),
  ]
}

function writeDetails(text: TextSetter) {
  const detail = (label: string, value: string): SetDetail => ({
    label,
    kids: value === '' ? text.pieces('\u2013') : text.isolated(value),
  })
  return { detail, exact: (label: string, value: string): SetDetail => ({ ...detail(label, value), exact: true }) }
}

function describeMark({ mark }: FinishedSigner): string {
  return mark.kind === 'typed' ? `Typed as \u201c${mark.name}\u201d` : 'Drawn by hand on the screen'
}

function hashOf(bytes: string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
