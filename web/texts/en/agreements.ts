export const agreements = {
  title: 'Agreements',
  about: 'Documents that people sign: a text with fields, its signers, and their verifications.',
  list: 'Agreements',
  create: 'New agreement',
  columns: {
    title: 'Title',
    version: 'Version',
    language: 'Language',
    verifications: 'Verifications',
    changed: 'Changed',
    source: 'Words in the text',
    tags: 'Tag',
  },
  shown: 'Which',
  inUse: 'In use',
  archived: 'Archived',
  noVerifications: 'none',
  verifications: (count: number) => (count === 1 ? '1 verification' : `${count} verifications`),
  empty: {
    title: 'No agreement yet',
    text: 'You write an agreement in Markdown. Each field is a word in braces, such as {{name}}. Write one here, or send one from your own system:',
    command: 'the command',
    sample: 'House rules',
  },
  form: {
    title: 'Title',
    titleHint: 'Signers read it above the text.',
    start: 'Begin with',
    starts: {
      short: 'A short agreement to change',
      checked: 'An agreement with an identity verification',
      bare: 'Nothing but a signature',
    },
    ofPdf: 'A PDF that you have',
    place: 'Place its fields',
    submit: 'Write the agreement',
  },
  starters: {
    short: `## What we agree

{{name}} will work with us from {{start}} on.

1. Each of us keeps what they learn from the other in confidence.
2. Either may end this with *four weeks'* notice.

Signed: {{signature}}
`,
    checked: `## What we agree

{{name}} agrees that we check who they are before we work together.

Signed: {{signature}}
`,
    bare: 'Read and agreed: {{signature}}\n',
    signer: 'Signer',
    labels: { name: 'Your full name', start: 'First day', signature: 'Your signature' },
  },
}
