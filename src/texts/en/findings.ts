type At = { at: string }

/** What doctor finds, by code. */
export const findings = {
  answered: ({ text }: { text: string }) => text,
  counts_alone: () => 'not set: each process counts for itself',
  clock_skew: ({ milliseconds }: { milliseconds: number }) => `${milliseconds} ms from that of the database`,
  database_answers: ({ version }: { version: string }) => `PostgreSQL ${version} answers, and keeps a session`,
  database_rests: () => 'the embedded one does not run now, so nothing of it was tried',
  disk_free: ({ megabytes, home }: { megabytes: number; home: string }) => `${megabytes} MB free for ${home}`,
  ends_at: ({ at }: At) => `ends at ${at}`,
  jobs_failed: ({ count }: { count: number }) =>
    `${count} failed for good or ${count === 1 ? 'was' : 'were'} set aside`,
  jobs_well: () => 'none failed for good',
  key_missing: () => 'is missing',
  key_none_yet: () => 'none yet',
  key_other: () => 'is not that of the database',
  key_readable: () => 'others can read its file',
  key_right: () => 'is that of the database',
  mail_kept: () => 'not set: messages land in the home',
  mail_works: () => 'the mail server lets us in',
  migrations_wait: ({ count }: { count: number }) => `${count} ${count === 1 ? 'is' : 'are'} not applied yet`,
  no_public_url: () => 'not set: links in mails lead to localhost',
  office_answers: () => 'LibreOffice answers, in the network of this server: unshare is not permitted',
  office_answers_alone: () => 'LibreOffice answers, in a network of its own in which there is nobody',
  proxies_all: () => 'everybody is a trusted proxy, so that anybody can claim any address',
  proxy_answers: () => 'the proxy answers',
  redis_answers: () => 'Redis answers',
  seal_ends: ({ at }: At) => `its first certificate ends at ${at}`,
  seal_fails: ({ text }: { text: string }) => `nothing can be sealed now: ${text}`,
  seal_none: () => 'no certificate yet: the first is made when an agreement is published',
  seal_waits: ({ count }: { count: number }) =>
    count === 1
      ? 'one signed agreement waits for its seal longer than five minutes'
      : `${count} signed agreements wait for their seal longer than five minutes`,
  superuser: () => 'its user is a superuser, above row-level security',
  tenants_work: () => 'read and write',
  witness_answers: ({ name }: { name: string }) => `${name} answers`,
  witness_silent: ({ name, text }: { name: string; text: string }) =>
    `the witness ${name} does not answer, and documents wait for it: ${text}`,
}
