/** The text of README.txt in a bundle. */
export const readme = `What is in this bundle:

document.pdf           the finished document; it contains its evidence as evidence.json
trust.json             the keys and certificates that prove it; compare this file with one from another source
completed.json         the row of the organization's log that names the document's SHA-256
completed.tlog-proof   the proof that this row is in the log, with a signed head (C2SP tlog-proof)

To verify the document without this server, with Node 20 or newer and no other software:

  node sealane-verify.mjs document.pdf --trust trust.json

With the whole bundle in place of document.pdf, the same command also proves that the log names this file.
`

/** The words that a finished document adds to its agreement: captions, and the page of evidence. */
export const document = {
  empty: 'This agreement has no text.',
  plain: 'This file is a plain PDF, because something in its text is not allowed in an archive (PDF/A).',
  introduction:
    'This page records how the agreement on the pages before it was presented, consented to and signed. All times are in Coordinated Universal Time (UTC). Hashes are SHA-256 in hexadecimal.',
  verify: 'Verify the file here, offline.',
  verify_alt: 'Address of the page that verifies this file',
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
  did: {
    proved: 'Entered a code from an e-mail',
    viewed: 'Viewed',
    consented: 'Consented',
    signed: 'Signed',
    approved: 'Approved',
  },
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
    proof: 'Hash of the evidence in this file',
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
