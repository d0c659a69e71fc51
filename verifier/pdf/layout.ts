/**
 * The objects that a seal adds, as offsets from its first object number. Later revisions change only these and add
 * their own, so that the verifier can write them again.
 */
export const layout = {
  signature: 0,
  field: 1,
  annotations: 2,
  form: 3,
  fileSpec: 4,
  file: 5,
  /** The remaining objects exist only in a tagged document. */
  section: 6,
  element: 7,
  parents: 8,
  parentRoot: 9,
  oldParents: 10,
} as const

/** The number of parent tree keys that are reserved for the fields of later timestamps. */
export const keptKeys = 1_000

export const evidenceName = 'evidence.json'
