export const verify = {
  title: 'Verify a document',
  lead: 'Choose a document that was sealed here. It is checked in this browser, and never leaves it: once this page is loaded, it works without a network.',
  choose: 'Document (PDF) or its bundle (ZIP)',
  drop: 'Or drop it anywhere on this page.',
  checking: 'The document is being checked.',
  unreadableFile: 'The file cannot be read. Choose it again.',
  trust: 'Whom this page believes',
  trustOf: (origin: string) => `It believes what ${origin} says of its seals, its times and its log.`,
  noTrust: 'The trust file of this server could not be loaded. Choose one that you have.',
  badTrust: 'That is no trust file. Choose another one.',
  chooseTrust: 'Another trust file (JSON)',
  trustHint:
    'A trust file from this server proves a document against what this server says today. One that you kept earlier, or got from somebody else, proves it against the server, too.',
  sameAs: 'This is the document that the code on its page of evidence leads to.',
  otherThan: 'This is not the document that the code leads to: its evidence is another.',
  awaited: 'Choose the document that has this hash of its evidence:',
  needsHttps: 'This browser checks signatures only over https. Open this page by https.',
}
