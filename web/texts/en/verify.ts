export const verify = {
  title: 'Verify a document',
  lead: 'Choose a document that was sealed here. This browser checks it, and the file never leaves the browser. Once this page is loaded, it works without a network.',
  choose: 'Document (PDF) or its bundle (ZIP)',
  drop: 'Or drop it anywhere on this page.',
  checking: 'The document is being checked.',
  unreadableFile: 'The file cannot be read. Choose it again.',
  trust: 'Keys that this page trusts',
  trustOf: (origin: string) => `This page trusts the keys of ${origin} for seals, times and the log.`,
  noTrust: 'The trust file of this server could not be loaded. Choose one that you have.',
  badTrust: 'This is not a trust file. Choose another one.',
  chooseTrust: 'Another trust file (JSON)',
  trustHint:
    'A trust file from this server proves a document by the keys that this server shows today. A trust file that you stored earlier, or got from somebody else, also proves it if this server was changed.',
  sameAs: 'This is the document that the code on its page of evidence leads to.',
  otherThan: 'This is not the document that the code leads to: its evidence differs.',
  awaited: 'Choose the document whose evidence has this hash:',
  needsHttps: 'This browser checks signatures only over https. Open this page by https.',
}
