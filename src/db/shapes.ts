/** What the people of a role do: they sign, they approve, or they only get the finished document. */
export type RoleKind = 'signer' | 'approver' | 'copy'

/** A role of an agreement. Fields name it by `key`. Roles with equal `order` act side by side, and later ones wait. */
export type SignerRole = { key: string; name: string; order: number; kind: RoleKind }

/** When a signer whose turn it is gets reminders. */
export type ReminderRule = { firstAfterDays: number; everyDays: number; atMost: number }

/** A stored field of an agreement. Core knows the types and their options. */
export type StoredField = {
  key: string
  type: string
  role: string
  label: string
  required: boolean
  [option: string]: unknown
}

/** The size of a visible PDF page in points. */
export type StoredPage = { width: number; height: number }

/** A placeholder on PDF pages: the place of each of its lines, in fractions of the visible page. */
export type StoredAnchor = {
  text: string
  places: { page: number; x: number; y: number; width: number; height: number }[]
}

/** A verification that the signer of a role must pass. */
export type RequiredVerification = { type: string; tier: string | null; role: string }

/** What a column of a file becomes: a detail of the person in a role, or metadata under its name. */
export type FileColumn = {
  name: string
  role: string | null
  becomes: 'name' | 'email' | 'access' | 'field' | 'metadata'
}

/** A parameter of a link that is not stored as metadata, with the reason. */
export type LeftOutParameter = { name: string; reason: 'secret' | 'tracking' }

/** The state of a delivery. `held` means that its webhook was disabled when it was due. */
export type DeliveryState = 'pending' | 'delivered' | 'failed' | 'held'

/** Why a delivery failed: a code of src/texts with the params of its sentence. */
export type KeptError = { code: string; params: object }
