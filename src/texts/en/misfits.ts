type Leaf = { leaf: number }
type Count = { count: number }
type Key = { key: string }
type Witness = { witness: string }

/** What `sealane audit` finds that does not fit the trail, by code: the end of a sentence about the thing. */
export const misfits = {
  approved_otherwise: () => 'approved otherwise than the trail tells',
  chain_broken: ({ place }: { place: number }) => `is broken: a row was changed, removed or put in at place ${place}`,
  consent_gone: () => 'is gone, and the trail tells it',
  consent_other: () => 'is not the one that the trail tells',
  document_gone: () => 'is gone, and the trail or the submission tells it',
  document_hash: () => 'has another hash than the trail tells',
  document_other: () => 'is not the one that was finished',
  document_refused: ({ why }: { why: string }) => `is refused by the verifier: ${why}`,
  document_removed: () => 'was removed, and the trail does not tell it',
  field_otherwise: ({ key }: Key) => `filled in ${key} otherwise than the trail tells`,
  field_untold: ({ key }: Key) => `filled in ${key}, which the trail does not tell`,
  head_announced: () => 'was announced with another head than its trail has',
  head_not_of_tree: () => 'has a head that is not that of its tree',
  head_unreadable: () => 'has a head or a tree that cannot be read',
  head_unsigned: () => 'has a head that no key of this installation has signed',
  leaf_changed: ({ leaf, action }: Leaf & { action: string }) =>
    `has a leaf ${leaf} that is not its row: ${action} was changed`,
  leaf_without_row: ({ leaf }: Leaf) => `has a leaf ${leaf} whose row is gone`,
  leaves_behind_head: ({ count }: Count) => `has leaves behind its head: ${count}`,
  log_key_strange: ({ id }: { id: string }) => `has the log key ${id}, which its master key does not open`,
  mark_other: () => 'has another mark than the trail tells',
  mark_otherwise: () => 'made the mark in another way than the trail tells',
  names_no_organization: () => 'names no organization',
  opening_misfits: ({ place }: { place: number }) =>
    `tells at place ${place} of a person what does not fit its commitment`,
  rebuilt: ({ size }: { size: number }) => `was sealed under another tree of ${size} leaves: the log was built anew`,
  rebuilt_for_witness: ({ witness, size }: Witness & { size: number }) =>
    `was built anew: the witness ${witness} has seen another tree of ${size} leaves`,
  rolled_back: ({ size, now }: { size: number; now: number }) =>
    `was sealed when the log had ${size} leaves, and it has ${now} now: the log was rolled back`,
  rolled_back_for_witness: ({ witness, size, now }: Witness & { size: number; now: number }) =>
    `was rolled back: the witness ${witness} has seen ${size} leaves, and it has ${now} now`,
  root_key_strange: ({ purpose, id }: { purpose: string; id: string }) =>
    `has the ${purpose} root ${id}, whose key its master key does not open`,
  certificate_key_strange: ({ purpose, id }: { purpose: string; id: string }) =>
    `has the ${purpose} certificate ${id}, whose key its master key does not open`,
  rows_missed: ({ count }: Count) => `lacks rows of the trail: ${count}`,
  sealed_unreadable: () => 'holds something sealed that does not open',
  signed_at_another_time: () => 'signed at another time than the trail tells',
  signed_by_one: () => 'signed by the one, not by the other of row and trail',
  signer_other: () => 'has another name or address than the trail tells',
  text_other: () => 'was shown another text than the trail tells',
  trail_missing: () => 'has no trail',
  witness_silent: ({ witness, why }: Witness & { why: string }) => `was not signed by the witness ${witness}: ${why}`,
}
