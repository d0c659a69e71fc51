import type { Drawing } from '../../../writing/index.ts'
import type { Act } from '../../context.ts'
import type { PagePlace, PdfPage } from '../sources/pdf.ts'
import type { AgreementDocument } from './model.ts'

/** How a signature was made: a typed name, or a drawing. */
export type Mark = { kind: 'typed'; name: string } | { kind: 'drawn'; drawing: Drawing }

/** The value a field ended with. `date` is a calendar day as `YYYY-MM-DD`; an unsigned signature is `mark: null`. */
export type FinishedField =
  | { kind: 'text'; value: string }
  | { kind: 'date'; value: string }
  | { kind: 'checkbox'; checked: boolean }
  | { kind: 'signature'; mark: Mark | null }
  | { kind: 'initials'; mark: Mark | null }

/** What one person did. An act that did not happen is null. */
export type FinishedSigner = {
  name: string
  role: string
  email: string
  /** Whom the sender had invited, where the sender said a name or an address; null for who came by the link alone. */
  invited: { name: string | null; email: string | null } | null
  /** Null for who approved without signing. */
  mark: Mark | null
  viewed: Act | null
  /** A code by mail that they have typed, where one was asked for. */
  proved?: Act
  consented: Act | null
  /** The signature, or the approval. */
  acted: Act
  /** Labels of the fields that stand as the sender has filled them in. */
  fixed?: string[]
  /** The files that they have sent, by the label of their field. */
  files?: { label: string; name: string; byteSize: number; sha256: string }[]
  consents: { title: string; textVersion: string; textSha256: string; given: Act }[]
  /** `isSimulated`: nobody was really checked, and the document must say so. */
  verifications: { id: string; type: string; status: string; result: string | null; isSimulated: boolean }[]
}

/** A PDF that values and marks are put on. */
export type FinishedSource = {
  bytes: Uint8Array
  pages: PdfPage[]
  places: Record<string, PagePlace[]>
  covered: PagePlace[]
}

/** All that the finished PDF shows. Hashes are lower-case hex of SHA-256. */
export type FinishedAgreement = {
  title: string
  /** BCP 47 tag of the agreement's text. */
  language: string
  /** The language of what is said beside the text: captions, and the page of evidence. English without it. */
  spoken?: string
  organizationName: string
  agreementId: string
  /** Hash of the Markdown source that the signers saw. */
  sourceSha256: string
  linkId: string
  submissionId: string
  document: AgreementDocument
  /** What it is made of, when not of a text; its fields by key where they stand, and what of its words is covered. */
  pdf?: FinishedSource
  /** By field key. A placeholder without a value is drawn as an empty line. */
  fields: Record<string, FinishedField>
  /** The fields that have no place in the text, in their order. */
  unplaced?: readonly { key: string; label: string }[]
  signers: FinishedSigner[]
  /** Who only got the document. */
  copies?: readonly { role: string; name: string; email: string }[]
  /** The metadata that the agreement shows; a name that came more than once has all its values. */
  metadata: Record<string, string | string[]>
  /** The submission's completion; the PDF's creation date. */
  completedAt: Date
  /** Head of the audit trail's hash chain when the PDF was made. */
  chainHeadSha256?: string
  /** The hash of the evidence within the sealed document, and where a reader can have the document verified. */
  proof?: { evidenceSha256: string; verifyUrl: string }
}

/**
 * Draws the finished agreement. The same input gives the same bytes.
 * @throws {Error} when a drawn mark has no ink: a signature must never be missing silently
 */
export type RenderAgreement = (input: FinishedAgreement) => Promise<Uint8Array>
