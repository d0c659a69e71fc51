type At = { at: string }

/** The findings of doctor, by code. */
export const findings = {
  answered: ({ text }: { text: string }) => text,
  counts_alone: () => 'not set: each process counts its own requests',
  clock_skew: ({ milliseconds }: { milliseconds: number }) =>
    `differs from the clock of the database by ${milliseconds} ms`,
  database_answers: ({ version }: { version: string }) => `PostgreSQL ${version} answers and keeps sessions`,
  database_rests: () => 'the embedded database does not run, so doctor did not test it',
  disk_free: ({ megabytes, home }: { megabytes: number; home: string }) => `${megabytes} MB free for ${home}`,
  ends_at: ({ at }: At) => `ends at ${at}`,
  jobs_failed: ({ count }: { count: number }) =>
    `${count} failed for good or ${count === 1 ? 'was' : 'were'} set aside`,
  jobs_well: () => 'none failed for good',
  key_missing: () => 'is missing',
  key_none_yet: () => 'none yet',
  key_other: () => 'is not the key of the database',
  key_readable: () => 'other users of this machine can read its file',
  key_right: () => 'is the key of the database',
  mail_kept: () => 'not set: mails stay in the outbox in the home',
  mail_works: () => 'the mail server accepts our login',
  migrations_wait: ({ count }: { count: number }) => `${count} ${count === 1 ? 'is' : 'are'} not applied yet`,
  no_public_url: () => 'not set: links in mails lead to localhost',
  office_answers: () => 'LibreOffice answers, but it shares the network of this server: unshare is not permitted',
  office_answers_alone: () => 'LibreOffice answers, in an empty network of its own',
  proxies_all: () => 'every address is a trusted proxy, so any client can claim any address',
  proxy_answers: () => 'the proxy answers',
  redis_answers: () => 'Redis answers',
  seal_ends: ({ at }: At) => `the first of its certificates ends at ${at}`,
  seal_fails: ({ text }: { text: string }) => `nothing can be sealed now: ${text}`,
  seal_none: () => 'no certificate yet: the first is made when an agreement is published',
  seal_waits: ({ count }: { count: number }) =>
    count === 1
      ? 'one signed agreement has waited for its seal for more than five minutes'
      : `${count} signed agreements have waited for their seal for more than five minutes`,
  superuser: () => 'its user is a superuser, who bypasses row-level security',
  tenants_work: () => 'read and write',
  witness_answers: ({ name }: { name: string }) => `${name} answers`,
  witness_silent: ({ name, text }: { name: string; text: string }) =>
    `the witness ${name} does not answer, and documents wait for its signature: ${text}`,
}
