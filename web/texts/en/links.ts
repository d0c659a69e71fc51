export const links = {
  about:
    'Whoever opens a link reads the agreement and signs it. What you put behind its address goes with each submission.',
  create: 'New link',
  title: 'Title',
  titleHint: 'For you: where the link is used. Signers do not see it.',
  expires: 'Last day',
  expiresHint: 'It stops at the end of this day. Empty: it does not stop by itself.',
  submit: 'Create link',
  address: 'the address of the link',
  on: 'On',
  off: 'Off',
  ended: 'Ended',
  ends: 'ends',
  made: 'made',
  share: 'Share',
  shareOf: (title: string) => `Share “${title}”`,
  turnOff: 'Turn off',
  turnOn: 'Turn on',
  turnedOff: (title: string) => `“${title}” is off: nobody can begin through it.`,
  turnedOn: (title: string) => `“${title}” is on.`,
  empty: {
    title: 'No link yet',
    text: 'A link is the address at which the agreement is read and signed. Make one for each place where you use it: a form, a poster, your own system.',
  },
  metadata: {
    title: 'Metadata',
    about:
      'Names and values that come back with every submission, its webhooks and its document, such as your own number of the order.',
    name: 'Name',
    value: 'Value',
    add: 'Add another',
    remove: (name: string) => `Remove ${name}`,
    known: 'A name, an e-mail or the word of a field fills it in for the signer.',
  },
  qr: { title: 'QR code', alt: (address: string) => `QR code of ${address}`, svg: 'Save as SVG', png: 'Save as PNG' },
}

export const send = {
  title: (agreement: string) => `Send “${agreement}”`,
  name: 'Name of the signer',
  email: 'E-mail of the signer',
  mayChange: 'They may name somebody else who signs',
  metadata: 'Metadata',
  how: 'How it reaches them',
  deliveries: { email: 'We mail it', link: 'I pass it on' },
  submit: { email: 'Send the mail', link: 'Make their way in' },
  made: {
    title: 'Ready to send',
    text: 'This address is the signer’s own way in. It works once, for them only, and is shown here only now. Give it to nobody else.',
    what: 'the way in',
    mail: 'Write the e-mail',
    subject: (agreement: string) => `Please sign: ${agreement}`,
    body: (name: string, agreement: string, address: string) =>
      `Hello ${name},\n\nplease read and sign “${agreement}” here:\n${address}\n\nThe address is yours alone: do not pass it on.`,
    mailed: {
      title: 'The mail is on its way',
      text: (address: string) =>
        `We mail ${address} a way in of their own, which works once. You see here when they open it.`,
    },
    follow: 'Follow it',
  },
}
