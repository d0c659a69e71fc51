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
  /** The proof exists only in a document whose content was logged before it was sealed. */
  proofSpec: 11,
  proofFile: 12,
} as const

/** The number of parent tree keys that are reserved for the fields of later timestamps. */
export const keptKeys = 1_000

/** The files that a seal attaches, in the order in which the catalog lists them. */
export const attached = {
  evidence: { spec: layout.fileSpec, file: layout.file, name: 'evidence.json', type: 'application/json' },
  proof: { spec: layout.proofSpec, file: layout.proofFile, name: 'document.tlog-proof', type: 'text/plain' },
} as const
export type AttachedFile = (typeof attached)[keyof typeof attached]
