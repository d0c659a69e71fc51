type Organization = { organization: string }

/** The words of the pages to which mails lead, and of the root page of an API's host. */
export const mail_pages = {
  frame: { skip: 'Skip to the content', check: 'Please check the following' },
  failures: {
    title: 'Mails about failing webhooks',
    wants: ({ organization, address }: { organization: string; address: string }) =>
      `${organization} wants to tell ${address} when one of its webhooks fails.`,
    said_yes: 'You have confirmed. We send you these mails.',
    said_no: 'You have refused. We send you none of these mails.',
    yes: 'Send me these mails',
    no: 'Do not send them',
  },
  join: {
    title: ({ organization }: Organization) => `Join ${organization}`,
    declined: 'You declined',
    declined_lead: 'You are not a member. You can close this page.',
    open: 'Open Sealane',
    joined: ({ organization }: Organization) => `You are a member of ${organization} now.`,
    invites: ({ inviter, organization, role }: { inviter: string; organization: string; role: string }) =>
      `${inviter === '' ? 'You are invited' : `${inviter} invites you`} to join ${organization}${role && ` as ${role}`}.`,
    shows_both: 'The organization will see your name and your e-mail address.',
    shows_known: ({ email }: { email: string }) =>
      `The organization will see the name that you have chosen on this server, and ${email}.`,
    name: 'Your name, as all organizations that you join will see it',
    password: ({ least }: { least: number }) => `A password for signing in, of at least ${least} characters`,
    accept: 'Join',
    decline: 'Decline',
  },
  webhook: {
    title: 'A webhook needs your attention',
    about: ({ id }: { id: string }) =>
      `The webhook ${id} needs your attention. Run these commands in a shell, with a key of your organization:`,
    look: 'List the events that were not delivered',
    switch_on: 'Switch the webhook on again, if it is off',
    recover: 'Send all undelivered events of the last seven days again',
    reference: 'The reference of the REST API, where you can do the same in forms',
  },
  front: {
    lead: 'This server sends agreements as links, checks who signs them, and keeps the proof.',
    // A link, or the beginning of an address, replaces the braces.
    signer: 'Did you receive an agreement? Open the link that you received. It begins with this address and {agree}.',
    developer: 'Do you write software for this server? Read {rest}, {jsonapi}, and {errors}.',
    member: 'Do you work for the organization? Sign in to the web app. Its address is this one without {api}.',
    rest: 'the REST API',
    jsonapi: 'the JSON:API',
    errors: 'what errors mean',
  },
  titles: { '404': 'There is nothing here', '429': 'Too much at once', '503': 'Not now', other: 'This did not work' },
  unreadable: 'Your browser sent something that this page cannot read. Open the link of the mail again.',
  failed: ({ id }: { id: string }) => `Something went wrong on our side. Try again, and quote ${id} when you ask.`,
}
