/**
 * The objects that the revision of a seal adds, by how far their numbers stand from the first. Later revisions write only
 * these, and objects of their own, so that the verifier can write them again.
 */
export const layout = {
  signature: 0,
  field: 1,
  annotations: 2,
  form: 3,
  fileSpec: 4,
  file: 5,
  /** From here on only in a document with tags. */
  section: 6,
  element: 7,
  parents: 8,
  parentRoot: 9,
  oldParents: 10,
} as const

/** How many keys of the tree of parents are kept free for the fields of later timestamps. */
export const keptKeys = 1_000

export const evidenceName = 'evidence.json'
