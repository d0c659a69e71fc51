type Leaf = { leaf: number }
type Count = { count: number }
type Key = { key: string }
type Witness = { witness: string }

/** What `sealane audit` finds wrong, by code: the end of a sentence about the thing. */
export const misfits = {
  approved_otherwise: () => 'approved in another way than the trail records',
  chain_broken: ({ place }: { place: number }) => `is broken: a row was changed, removed or inserted at place ${place}`,
  consent_gone: () => 'is gone, but the trail records it',
  consent_other: () => 'differs from the one in the trail',
  document_gone: () => 'is gone, but the trail or the submission names it',
  document_hash: () => 'has another hash than the trail records',
  document_other: () => 'was changed after it was finished',
  document_refused: ({ why }: { why: string }) => `fails the verifier: ${why}`,
  document_removed: () => 'was removed, but the trail does not record it',
  field_otherwise: ({ key }: Key) => `filled in ${key} in another way than the trail records`,
  field_untold: ({ key }: Key) => `filled in ${key}, but the trail does not record it`,
  head_announced: () => 'was announced with another head than its trail has',
  head_not_of_tree: () => 'has a head that does not match its tree',
  head_unreadable: () => 'has an unreadable head or tree',
  head_unsigned: () => 'has a head that no key of this installation has signed',
  leaf_changed: ({ leaf, action }: Leaf & { action: string }) =>
    `has a leaf ${leaf} that does not match its row: ${action} was changed`,
  leaf_without_row: ({ leaf }: Leaf) => `has a leaf ${leaf} whose row is gone`,
  leaves_behind_head: ({ count }: Count) => `has leaves beyond its head: ${count}`,
  log_key_strange: ({ id }: { id: string }) => `has the log key ${id}, which its master key cannot open`,
  mark_other: () => 'has another mark than the trail records',
  mark_otherwise: () => 'made the mark in another way than the trail records',
  names_no_organization: () => 'names no organization',
  opening_misfits: ({ place }: { place: number }) =>
    `has personal data at place ${place} that does not match its commitment`,
  rebuilt: ({ size }: { size: number }) => `was sealed under another tree of ${size} leaves: the log was rebuilt`,
  rebuilt_for_witness: ({ witness, size }: Witness & { size: number }) =>
    `was rebuilt: the witness ${witness} has seen another tree of ${size} leaves`,
  rolled_back: ({ size, now }: { size: number; now: number }) =>
    `was sealed when the log had ${size} leaves, but the log has ${now} now: it was rolled back`,
  rolled_back_for_witness: ({ witness, size, now }: Witness & { size: number; now: number }) =>
    `was rolled back: the witness ${witness} has seen ${size} leaves, but the log has ${now} now`,
  root_key_strange: ({ purpose, id }: { purpose: string; id: string }) =>
    `has the ${purpose} root ${id}, whose key its master key cannot open`,
  certificate_key_strange: ({ purpose, id }: { purpose: string; id: string }) =>
    `has the ${purpose} certificate ${id}, whose key its master key cannot open`,
  rows_missed: ({ count }: Count) => `lacks rows of the trail: ${count} are missing`,
  sealed_unreadable: () => 'contains encrypted data that cannot be opened',
  signed_at_another_time: () => 'signed at another time than the trail records',
  signed_by_one: () => 'signed according to the row or to the trail, but not to both',
  signer_other: () => 'has another name or address than the trail records',
  text_other: () => 'was shown another text than the trail records',
  trail_missing: () => 'has no trail',
  witness_silent: ({ witness, why }: Witness & { why: string }) => `has no signature of the witness ${witness}: ${why}`,
}
