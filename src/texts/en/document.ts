/** What is in a bundle, as its file README.txt tells. */
export const readme = `What is in this bundle:

document.pdf           the finished document; its evidence is inside, as evidence.json
trust.json             the keys and certificates by which it is believed; compare it with one that you have from elsewhere
completed.json         the row of the organization's log that names the document's SHA-256
completed.tlog-proof   that this row is in the log, with a signed head (C2SP tlog-proof)

To verify it without this server, with any Node 20 or newer and nothing installed:

  node sealane-verify.mjs document.pdf --trust trust.json

The same with the whole bundle in place of document.pdf proves also that the log names this very file.
`

/** The words that a finished document adds to its agreement: captions, and the page of evidence. */
export const document = {
  empty: 'This agreement has no text.',
  plain: 'This file is a plain PDF: something in its text is not allowed in an archive (PDF/A).',
  introduction:
    'This page tells how the agreement on the pages before it was presented, consented to and signed. All times are in Coordinated Universal Time (UTC). Hashes are SHA-256 in hexadecimal.',
  verify: 'Have the file itself verified here, offline.',
  verify_alt: 'Address at which this file is verified',
  // The typesetter replaces the braces with numbers.
  page: 'page {page} of {pages}',
  submission: ({ id }: { id: string }) => `Submission ${id}`,
  signatures: 'Signatures',
  evidence: 'EVIDENCE',
  record: 'Record of signing',
  agreement: 'Agreement',
  also: 'Also filled in',
  ticked: 'ticked',
  not_ticked: 'not ticked',
  drawn: 'drawn signature',
  heading: ({ role }: { role: string }) => `${role}: `,
  acts: { act: 'Act', time: 'Time', address: 'From address', browser: 'With browser' },
  did: { proved: 'Code by e-mail', viewed: 'Viewed', consented: 'Consented', signed: 'Signed', approved: 'Approved' },
  not_recorded: 'not recorded',
  facts: {
    title: 'Title',
    sender: 'Sent by',
    agreement: 'Agreement',
    text_hash: 'Hash of the text',
    link: 'Link',
    submission: 'Submission',
    metadata: 'Metadata',
    copy: 'Copy to',
    completed: 'Completed',
    trail: 'Head of the trail',
    proof: 'Hash of the evidence within',
  },
  summary: { signed: 'Signed', mark: 'Mark', ip: 'IP', consents: 'Consents' },
  proofs: {
    email: 'E-mail',
    invited: 'Invited as',
    file: 'File sent',
    file_text: ({ label, name, bytes }: { label: string; name: string; bytes: number }) =>
      `${label}: ${name}, ${bytes} bytes`,
    file_hash: 'Hash of the file',
    fixed: 'Filled in by the sender',
    mark: 'Mark',
    mark_hash: 'Hash of the mark',
    consent: 'Consent',
    consent_text: ({ title, version, at }: { title: string; version: string; at: string }) =>
      `${title}, text version ${version}, given ${at}`,
    consent_hash: 'Hash of its text',
    verification: 'Verification',
    no_result: 'no result',
    simulated: 'simulated: nobody was checked',
    id: 'Its id',
  },
  typed_as: ({ name }: { name: string }) => `Typed as “${name}”`,
  drawn_by_hand: 'Drawn by hand on the screen',
}
