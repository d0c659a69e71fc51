/** What people of a role do: they sign, they agree without signing, or they only get the finished document. */
export type RoleKind = 'signer' | 'approver' | 'copy'

/** Who takes part; `key` names the role in fields. Those of one `order` act side by side, those of a later one wait. */
export type SignerRole = { key: string; name: string; order: number; kind: RoleKind }

/** When somebody whose turn it is gets asked again: first after so many days, then every so many, at most so often. */
export type ReminderRule = { firstAfterDays: number; everyDays: number; atMost: number }

/** A blank of the agreement as it is stored. Core knows its types, and which options each of them takes. */
export type StoredField = {
  key: string
  type: string
  role: string
  label: string
  required: boolean
  [option: string]: unknown
}

/** A page of a PDF as it is seen, in points. */
export type StoredPage = { width: number; height: number }

/** Words in double braces on pages of a PDF: each line of them, in fractions of the page as it is seen. */
export type StoredAnchor = {
  text: string
  places: { page: number; x: number; y: number; width: number; height: number }[]
}

/** A check that the signer of a role must pass through. */
export type RequiredVerification = { type: string; tier: string | null; role: string }

/** What a column of a file becomes: something of a person, by their role, or metadata under its own name. */
export type FileColumn = { name: string; role: string | null; becomes: 'name' | 'email' | 'field' | 'metadata' }

/** A parameter of a link that is not kept as metadata, and why. */
export type LeftOutParameter = { name: string; reason: 'secret' | 'tracking' }

/** Where a delivery stands: pending until it ends; held means that its webhook was disabled when it was due. */
export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'held'

/** Why a webhook was not delivered, as it is kept: a code of src/texts, with the values of its sentence. */
export type KeptError = { code: string; params: object }
