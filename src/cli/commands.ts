/** A command of the shell: `npm run sealane -- <name> …`. Returns the exit code. */
export type Command = { usage: string; run(args: string[]): Promise<number> }

/** The commands: a description for `help`, and the file, which is loaded only when the command runs. */
export const commands: Readonly<Record<string, { about: string; load: () => Promise<{ command: Command }> }>> = {
  serve: {
    about: 'Run the server: HTTP, jobs and webhook delivery (or one half with --only).',
    load: () => import('./serve.ts'),
  },
  'set-up': {
    about: 'Print the link that creates the first organization and admin of a new server.',
    load: () => import('./set-up.ts'),
  },
  migrate: {
    about: 'Migrate the database to the newest version, and do nothing else.',
    load: () => import('./migrate.ts'),
  },
  doctor: {
    about: 'Print every setting with its present value, and try everything that the server needs; changes nothing.',
    load: () => import('./doctor.ts'),
  },
  audit: {
    about:
      'Compare all evidence with the trail and its log: chains, heads, counts, leaves, signers, fields, consents, documents.',
    load: () => import('./audit.ts'),
  },
  evidence: {
    about: 'List the logs of all organizations and the keys that sign their heads, or change the key.',
    load: () => import('./evidence.ts'),
  },
  seal: {
    about: 'List and try the certificates that seal and stamp, change their keys, or import your own certificate.',
    load: () => import('./seal.ts'),
  },
  witness: {
    about: 'Witness the logs of other installations: sign each head that continues the last one, and no other.',
    load: () => import('./witness.ts'),
  },
  agreements: {
    about: 'List agreements, and create one from a JSON file and its Markdown source or PDF.',
    load: () => import('./agreements.ts'),
  },
  links: { about: 'List, create and deactivate the links of agreements.', load: () => import('./links.ts') },
  keys: { about: 'List, create and revoke API keys (REST).', load: () => import('./keys.ts') },
  credentials: {
    about: 'List, create and revoke access tokens (JSON:API); a token acts as its user.',
    load: () => import('./credentials.ts'),
  },
  users: {
    about:
      'List and add people, change their roles, deactivate and activate them, reset their sign-in, make them server admins.',
    load: () => import('./users.ts'),
  },
  invitations: {
    about: 'List, create and revoke invitations, and show their links.',
    load: () => import('./invitations.ts'),
  },
  organizations: {
    about: 'List and create organizations; set how long they keep documents, and their tracking parameters.',
    load: () => import('./organizations.ts'),
  },
  jobs: {
    about: 'List, retry and discard jobs that failed for good or were set aside.',
    load: () => import('./jobs.ts'),
  },
  mail: {
    about: 'List and read the messages that wait without a mail server, and send a test message.',
    load: () => import('./mail.ts'),
  },
  maintenance: {
    about: 'Turn maintenance on or off; in maintenance the APIs answer 503 with Retry-After, except for health checks.',
    load: () => import('./maintenance.ts'),
  },
  export: {
    about: 'Write a whole list to standard output, one item a line.',
    load: () => import('./export.ts'),
  },
  exports: {
    about: 'List the kept exports of everybody with their sizes, and delete files early.',
    load: () => import('./exports.ts'),
  },
  listen: {
    about: 'Forward the events of an organization to this machine, signed like real deliveries, until Ctrl-C.',
    load: () => import('./listen.ts'),
  },
  trigger: {
    about: 'Send an invented event to every webhook that subscribes, and to every listen command.',
    load: () => import('./trigger.ts'),
  },
  verify: {
    about: 'Prove a sealed document offline: who did what, under which seal, time and log.',
    load: () => import('./verify.ts'),
  },
}
