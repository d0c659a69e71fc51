import { createHash } from 'node:crypto'
import type { FinishedAgreement, FinishedSigner, Mark } from '../../core/agreements/document/index.ts'
import type { Language } from '../../texts/index.ts'
import { findFamily, writeDrawing } from '../../writing/index.ts'
import { formatInstant } from './instant.ts'
import type { Marks } from './marks.ts'
import type { SetDetail, SetSigner } from './model.ts'
import type { TextSetter } from './text.ts'
import { sayVerification, type Words } from './words.ts'

const CARD_MARK = { w: 190, h: 44 }

/** The parts that write the evidence pages: the setter of texts, and the words of a language. */
type Saying = { text: TextSetter; words: Words; spoken: Language }

/** The records about the agreement as a whole. */
export function setFacts({ text, words }: Saying, input: FinishedAgreement): SetDetail[] {
  const { facts } = words
  const metadata = Object.entries(input.metadata).flatMap(([name, values]) =>
    [values].flat().map((value) => spellMissing(`${name} = ${value}`, input.language)),
  )
  const { detail, exact } = writeDetails(text)
  return [
    detail(facts.title, input.title),
    detail(facts.sender, input.organizationName),
    exact(facts.agreement, input.agreementId),
    exact(facts.text_hash, input.sourceSha256),
    exact(facts.link, input.linkId),
    exact(facts.submission, input.submissionId),
    ...(metadata.length > 0 ? [detail(facts.metadata, metadata.join('; '))] : []),
    ...(input.copies ?? []).map(({ role, name, email }) =>
      detail(facts.copy, [role, name, email].filter(Boolean).join(', ')),
    ),
    detail(facts.completed, formatInstant(input.completedAt)),
    ...(input.chainHeadSha256 ? [exact(facts.trail, input.chainHeadSha256)] : []),
    ...(input.proof ? [exact(facts.proof, input.proof.evidenceSha256)] : []),
  ]
}

/** The parameters of a URL may have letters that no font has. Percent codes distinguish them. */
function spellMissing(text: string, language: string): string {
  const letters = [...text].map((letter) => {
    const isMissing = !/[\p{Cc}\p{Default_Ignorable_Code_Point}]/u.test(letter) && findFamily(letter, language) === null
    return isMissing ? `[U+${letter.codePointAt(0)?.toString(16).toUpperCase()}]` : letter
  })
  return letters.join('')
}

/** A signer's card below the text, with the records about them. */
export function setSigner(saying: Saying, marks: Marks, signer: FinishedSigner): SetSigner {
  const { text, words } = saying
  return {
    heading: [...text.pieces(words.heading({ role: signer.role })), ...text.isolated(signer.name)],
    role: text.pieces(signer.role.toLocaleUpperCase('und')),
    name: text.pieces(signer.name),
    email: text.pieces(signer.email),
    mark: signer.mark ? marks.set(signer.mark, CARD_MARK) : { typed: [] },
    summary: summaryOf(saying, signer),
    acts: actsOf(saying, signer),
    proofs: proofsOf(saying, signer),
  }
}

function summaryOf({ text, words }: Saying, signer: FinishedSigner): SetDetail[] {
  const { summary } = words
  const { detail } = writeDetails(text)
  return [
    detail(signer.mark ? summary.signed : words.did.approved, formatInstant(signer.acted.at)),
    ...(signer.mark ? [detail(summary.mark, describeMark(words, signer.mark))] : []),
    detail(summary.ip, signer.acted.ipAddress ?? words.not_recorded),
    detail(summary.consents, signer.consents.map((consent) => consent.title).join(', ')),
  ]
}

/** The time, address and browser of each act, from the request of that act. */
function actsOf(
  { text, words }: Saying,
  { mark, viewed, proved, consented, acted }: FinishedSigner,
): SetSigner['acts'] {
  const { did, not_recorded } = words
  const acts = [
    ...(proved ? ([[did.proved, proved]] as const) : []),
    [did.viewed, viewed],
    [did.consented, consented],
    [mark ? did.signed : did.approved, acted],
  ] as const
  return acts.map(([label, act]) => {
    const cells = act
      ? [formatInstant(act.at), act.ipAddress ?? not_recorded, act.userAgent ?? not_recorded]
      : [not_recorded, '\u2013', '\u2013']
    return { label, cells: cells.map((value) => text.isolated(value)) }
  })
}

function proofsOf({ text, words, spoken }: Saying, signer: FinishedSigner): SetDetail[] {
  const { proofs } = words
  const { detail, exact } = writeDetails(text)
  const invitation = [signer.invited?.name, signer.invited?.email].filter(Boolean).join(', ')
  return [
    detail(proofs.email, signer.email),
    ...(invitation ? [detail(proofs.invited, invitation)] : []),
    ...(signer.files ?? []).flatMap(({ label, name, byteSize, sha256 }) => [
      detail(proofs.file, proofs.file_text({ label, name, bytes: byteSize })),
      exact(proofs.file_hash, sha256),
    ]),
    ...(signer.fixed ? [detail(proofs.fixed, signer.fixed.join(', '))] : []),
    ...(signer.mark ? [detail(proofs.mark, describeMark(words, signer.mark))] : []),
    ...(signer.mark?.kind === 'drawn' ? [exact(proofs.mark_hash, hashOf(writeDrawing(signer.mark.drawing)))] : []),
    ...signer.consents.flatMap((consent) => [
      detail(
        proofs.consent,
        proofs.consent_text({
          title: consent.title,
          version: consent.textVersion,
          at: formatInstant(consent.given.at),
        }),
      ),
      exact(proofs.consent_hash, consent.textSha256),
    ]),
    ...signer.verifications.flatMap((verification) => [
      detail(
        proofs.verification,
        [...sayVerification(spoken, verification), ...(verification.isSimulated ? [proofs.simulated] : [])].join(', '),
      ),
      exact(proofs.id, verification.id),
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

function describeMark(words: Words, mark: Mark): string {
  return mark.kind === 'typed' ? words.typed_as({ name: mark.name }) : words.drawn_by_hand
}

function hashOf(bytes: string): string {
  return createHash('sha256').update(bytes).digest('hex')
}
