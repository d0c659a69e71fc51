/** A command of the shell: `npm run sealane -- <name> …`. Returns the exit code. */
export type Command = { usage: string; run(args: string[]): Promise<number> }

/** The commands: a description for `help`, and the file, which is loaded only when the command runs. */
export const commands: Readonly<Record<string, { about: string; load: () => Promise<{ command: Command }> }>> = {
  serve: {
    about: 'Run the server: HTTP, jobs and webhook delivery (or one half with --only).',
    load: () => import('./serve.ts'),
  },
  'set-up': {
    about: 'Print the link by which a new server gets its first organization and admin.',
    load: () => import('./set-up.ts'),
  },
  migrate: {
    about: 'Bring the database to the newest shape, and do nothing else.',
    load: () => import('./migrate.ts'),
  },
  doctor: {
    about: 'Print every setting with its value in force, and try what the server needs; changes nothing.',
    load: () => import('./doctor.ts'),
  },
  audit: {
    about:
      'Compare all evidence with the trail and its log: chains, heads, counts, leaves, signers, fields, consents, documents.',
    load: () => import('./audit.ts'),
  },
  evidence: {
    about: 'Tell the logs of all trails and the keys that sign their heads, or change the key.',
    load: () => import('./evidence.ts'),
  },
  seal: {
    about:
      'Tell what seals documents and stamps times and try it, change its key, or seal with a certificate of yours.',
    load: () => import('./seal.ts'),
  },
  witness: {
    about: 'Witness the logs of other installations: sign each head that goes on from the last one, and no other.',
    load: () => import('./witness.ts'),
  },
  agreements: {
    about: 'List agreements, and create one from a JSON file and its Markdown source or PDF.',
    load: () => import('./agreements.ts'),
  },
  links: { about: 'List the links of agreements, make one, turn one off.', load: () => import('./links.ts') },
  keys: { about: 'List, create and revoke API keys (REST).', load: () => import('./keys.ts') },
  credentials: {
    about: 'List, create and revoke access tokens (JSON:API); a token acts as its user.',
    load: () => import('./credentials.ts'),
  },
  users: {
    about:
      'List people, add them, give them a role, turn their access off and on, let them in again, let them run the server.',
    load: () => import('./users.ts'),
  },
  invitations: {
    about: 'List invitations, invite a person, show the link of an invitation, take one back.',
    load: () => import('./invitations.ts'),
  },
  organizations: {
    about: 'List and create organizations; say how long one keeps documents, and what it takes for tracking.',
    load: () => import('./organizations.ts'),
  },
  jobs: {
    about: 'List jobs that failed for good or were set aside, try them again, give them up.',
    load: () => import('./jobs.ts'),
  },
  mail: {
    about: 'List and read the messages that wait without a mail server, and try whether mail can be sent.',
    load: () => import('./mail.ts'),
  },
  maintenance: {
    about: 'Turn maintenance on or off: the APIs answer 503 with Retry-After, health checks go on.',
    load: () => import('./maintenance.ts'),
  },
  export: {
    about: 'Write all of a list to standard output, one a line, however many there are.',
    load: () => import('./export.ts'),
  },
  exports: {
    about: 'List the kept exports of everybody with how long they are, and delete files before their time.',
    load: () => import('./exports.ts'),
  },
  listen: {
    about: 'Forward the events of an organization to this machine, signed like real deliveries, until Ctrl-C.',
    load: () => import('./listen.ts'),
  },
  trigger: {
    about: 'Send a made-up event to every webhook that subscribes, and to who listens.',
    load: () => import('./trigger.ts'),
  },
  verify: {
    about: 'Prove a sealed document, offline: who did what, under which seal, time and log.',
    load: () => import('./verify.ts'),
  },
}
