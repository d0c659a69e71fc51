import type { AgreementDocument, Field, ShownFile } from '../core/agreements/index.ts'

/** A part of an agreement draft that the ceremony draws for a sender. */
export type LookedAt = {
  title: string
  fields: readonly Field[]
  /** BCP 47 tag of the agreement's text. */
  language: string
  document: AgreementDocument
  /** The PDF, if the agreement has one instead of a text. */
  pdf: ShownFile | null
  role: string
  kind: 'signer' | 'approver'
  nameOf(role: string): string
  /** The values of the fields, by key. */
  values: ReadonlyMap<string, string>
}
