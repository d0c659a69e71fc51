import type { Drawing } from '../../../writing/index.ts'
import type { Act } from '../../context.ts'
import type { PagePlace, PdfPage } from '../sources/pdf.ts'
import type { AgreementDocument } from './model.ts'

/** How a signature was made: a typed name, or a drawing. */
export type Mark = { kind: 'typed'; name: string } | { kind: 'drawn'; drawing: Drawing }

/** The final value of a field. `date` is a calendar day as `YYYY-MM-DD`. `mark` is null for an unsigned signature. */
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
  /** The name and address that the sender gave; null for a person whom the sender did not name. */
  invited: { name: string | null; email: string | null } | null
  /** Null for an approver. */
  mark: Mark | null
  viewed: Act | null
  /** The act of typing an e-mailed code, when one was required. */
  proved?: Act
  consented: Act | null
  /** The act of signing or approving. */
  acted: Act
  /** Labels of the fields that the sender filled in and fixed. */
  fixed?: string[]
  /** The uploaded files, with the labels of their fields. */
  files?: { label: string; name: string; byteSize: number; sha256: string }[]
  consents: { title: string; textVersion: string; textSha256: string; given: Act }[]
  /** `isSimulated`: no real verification took place, and the document must say so. */
  verifications: { id: string; type: string; status: string; result: string | null; isSimulated: boolean }[]
}

/** The PDF on which values and marks are drawn. */
export type FinishedSource = {
  bytes: Uint8Array
  pages: PdfPage[]
  places: Record<string, PagePlace[]>
  covered: PagePlace[]
}

/** Everything that the finished PDF shows. Hashes are SHA-256 in lower-case hex. */
export type FinishedAgreement = {
  title: string
  /** BCP 47 tag of the agreement's text. */
  language: string
  /** The language of captions and the page of evidence. English by default. */
  spoken?: string
  organizationName: string
  agreementId: string
  /** Hash of the source that the signers saw. */
  sourceSha256: string
  linkId: string
  submissionId: string
  document: AgreementDocument
  /** The PDF of the agreement, with the places of fields and the anchors to cover. Absent for Markdown. */
  pdf?: FinishedSource
  /** By field key. A placeholder without a value is drawn as an empty line. */
  fields: Record<string, FinishedField>
  /** The fields that the text does not place, in their order. */
  unplaced?: readonly { key: string; label: string }[]
  signers: FinishedSigner[]
  /** The people who only got the document. */
  copies?: readonly { role: string; name: string; email: string }[]
  /** The metadata that the agreement shows. A name that came several times has all its values. */
  metadata: Record<string, string | string[]>
  /** The completion of the submission, which is also the PDF's creation date. */
  completedAt: Date
  /** The head of the submission's trail when the PDF was made. */
  chainHeadSha256?: string
  /** The hash of the evidence inside the sealed document, and the URL at which a reader can verify the document. */
  proof?: { evidenceSha256: string; verifyUrl: string }
}

/**
 * Renders the finished agreement. Equal input gives equal bytes.
 * Throws an Error when a drawn mark has no ink, because a signature must never be missing silently.
 */
export type RenderAgreement = (input: FinishedAgreement) => Promise<Uint8Array>
