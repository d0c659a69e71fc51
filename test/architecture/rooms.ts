/** A part of the source, and what it may import of ours. Paths end in `/` when they mean all that is below. */
export type Room = {
  path: string
  /** May be imported, values and types. */
  imports: string[]
  /** May be imported with `import type` only. */
  types?: string[]
  /** Libraries that would bring another room's work into this one. */
  never?: string[]
}

const database = ['kysely', 'pg', 'graphile-worker']
const web = ['fastify', 'undici', 'node:http', 'node:https', 'node:http2']

/** The faces over the core: none of them may know another. */
export const dialects = ['src/http/rest/', 'src/http/jsonapi/', 'src/http/sign/', 'src/http/web/']

/** Who may import whom. The first room whose path fits a file is the room of that file; a file without one is a breach. */
export const rooms: Room[] = [
  {
    path: 'src/core/',
    imports: ['src/core/', 'src/db/', 'src/jobs/enqueue.ts', 'src/writing/'],
    types: ['src/jobs/handlers.ts', 'src/texts/'],
    never: ['pg', 'graphile-worker', ...web],
  },
  // Every sentence that is said to people, by code and language.
  { path: 'src/texts/', imports: ['src/texts/'], never: ['fastify', ...database, ...web] },
  { path: 'src/db/', imports: ['src/db/', 'src/startup-error.ts'], never: web },
  { path: 'src/postgres/', imports: ['src/postgres/', 'src/startup-error.ts'], never: web },
  { path: 'src/jobs/', imports: ['src/jobs/', 'src/db/'], types: ['src/core/webhooks/'], never: web },
  { path: 'src/delivery/', imports: ['src/delivery/', 'src/db/'], types: ['src/core/webhooks/'], never: ['fastify'] },
  { path: 'src/metrics/', imports: ['src/metrics/'], types: ['src/db/', 'src/delivery/', 'src/http/'], never: web },
  ...dialects.map((path) => ({
    path,
    imports: ['src/core/', 'src/http/', 'src/texts/', 'src/writing/'],
    never: database,
  })),
  {
    path: 'src/http/',
    imports: ['src/core/', 'src/http/', 'src/texts/'],
    types: ['src/db/'],
    never: ['pg', 'graphile-worker'],
  },
  // What fonts have, and which way text runs (docs/decisions, "writing").
  { path: 'src/writing/', imports: ['src/writing/'], never: ['fastify', ...database, ...web] },
  // Work that may run wild, beside the main thread (docs/decisions, "limited workers").
  { path: 'src/workers/', imports: ['src/workers/'], never: ['fastify', ...database, ...web] },
  // Proves sealed documents: in Node and in browsers, so nothing of Node in it.
  {
    path: 'verifier/',
    imports: ['verifier/', 'src/core/evidence/format.ts'],
    never: ['fastify', '@libpdf/core', ...database, ...web],
  },
  // Seals with what the verifier reads with, and checks what it made before it gives it back.
  {
    path: 'src/adapters/seal/',
    imports: ['src/adapters/seal/', 'src/workers/', 'verifier/asn1/', 'verifier/pdf/'],
    types: ['src/core/'],
    never: ['fastify', ...database, ...web],
  },
  {
    path: 'src/adapters/',
    imports: ['src/adapters/', 'src/texts/', 'src/workers/', 'src/writing/'],
    types: ['src/core/'],
    never: ['fastify', ...database],
  },
  // The shell face (docs/decisions/0008): a command asks core like any dialect, and app.ts opens the database for it.
  {
    path: 'src/cli/',
    imports: [
      'src/cli/',
      'src/app.ts',
      'src/log.ts',
      'src/config.ts',
      'src/store.ts',
      'src/diagnosis.ts',
      'src/operator.ts',
      'src/export-lines.ts',
      'src/core/',
      'src/demo/',
      'src/texts/',
      'src/witness/',
      'src/work.ts',
      'src/startup-error.ts',
      'verifier/',
    ],
    never: ['pg', 'graphile-worker', 'fastify'],
  },
  // A witness of other installations' logs: a small server beside, with files of its own.
  {
    path: 'src/witness/',
    imports: ['src/witness/', 'src/core/', 'src/startup-error.ts'],
    never: ['fastify', ...database],
  },
  { path: 'src/faces.ts', imports: ['src/http/'] },
  // What delivery takes of the REST dialect, without the rest of it.
  { path: 'src/event-bodies.ts', imports: ['src/http/'] },
  // What jobs and commands take of the dialects: how a list is written to a file.
  { path: 'src/export-lines.ts', imports: ['src/http/'], types: ['src/core/'] },
  { path: 'src/demo/', imports: ['src/core/', 'src/demo/'], types: ['src/db/'] },
  { path: 'src/startup-error.ts', imports: [] },
  { path: 'src/log.ts', imports: [], types: ['src/config.ts'] },
  { path: 'src/settings/', imports: ['src/settings/', 'src/startup-error.ts'], never: database },
  { path: 'src/config.ts', imports: ['src/settings/', 'src/startup-error.ts'] },
  // What a command or the server works on: the database, and the master key that fits it.
  {
    path: 'src/store.ts',
    imports: [
      'src/writing/',
      'src/core/',
      'src/db/',
      'src/jobs/',
      'src/postgres/',
      'src/settings/',
      'src/startup-error.ts',
    ],
    types: ['src/config.ts'],
  },
  // Like app.ts it knows every part: it tries each of them.
  { path: 'src/diagnosis.ts', imports: ['src/'] },
  { path: 'src/diagnosis-seal.ts', imports: ['src/'] },
  { path: 'src/main.js', imports: ['src/cli/'] },
  { path: 'src/app.ts', imports: ['src/'] },
  // The half of app.ts that knows every face; a worker does not load it.
  { path: 'src/serving.ts', imports: ['src/'] },
  { path: 'src/listening.ts', imports: ['src/startup-error.ts'], types: ['src/config.ts'] },
  // The jobs with all that they need, in the server or in a process apart.
  { path: 'src/work.ts', imports: ['src/'] },
  // People's sign-in, put together for the server and for tests.
  { path: 'src/sign-in.ts', imports: ['src/adapters/sign-in/', 'src/core/'], types: ['src/db/'] },
  // The operator's corner knows the parts that it looks at.
  { path: 'src/operator.ts', imports: ['src/'] },
  { path: 'src/job-process.ts', imports: ['src/store.ts', 'src/work.ts', 'src/workers/'], types: ['src/config.ts'] },
  // The web app as built, and its building. Nothing of Vite comes into a server.
  { path: 'src/web-app.ts', imports: ['web/build/stamp.ts'], never: ['vite'] },
  { path: 'web/build/', imports: ['web/build/', 'web/app/theme.ts'], never: [...database, ...web] },
  // What people with an account see: it knows the API as every integrator does, and nothing else of the server.
  { path: 'web/', imports: ['web/', 'clients/jsonapi/', 'src/texts/', 'verifier/'], never: [...database, ...web] },
  // Writes row types, out of a database that the migrations have just made.
  { path: 'tools/row-types/', imports: ['tools/row-types/', 'src/db/', 'src/postgres/'], never: web },
  // Writes documents, collections, clients and row types, out of what serves. Nothing of it runs in a server.
  { path: 'tools/', imports: ['tools/', 'src/http/', 'src/core/'], never: [...database, 'fastify'] },
  { path: 'bench/', imports: ['bench/', 'src/', 'test/support/', 'tools/samples/', 'verifier/'] },
  { path: 'test/', imports: ['test/', 'tools/', 'src/', 'bench/', 'clients/', 'verifier/', 'package.json'] },
]

/** Words that belong to some files only. */
export const words: { rule: string; pattern: RegExp; in: string; except: string[] }[] = [
  {
    rule: 'only config.ts reads the environment',
    pattern: /\bprocess\.env\b/,
    in: 'src/',
    // It takes out what Node has read.
    except: ['src/config.ts', 'src/workers/compiled.ts'],
  },
  {
    rule: 'core calls nobody over the network',
    pattern: /(?<![.\w]|async )fetch\(['"`\w]+[),]/,
    in: 'src/core/',
    except: [],
  },
  { rule: 'core knows no HTTP status codes', pattern: /\bstatus_?code\b/i, in: 'src/core/', except: [] },
  {
    rule: 'http knows no code and no constraint of PostgreSQL',
    pattern: /\b(?:23[05]\d\d|4000[12]|40P01|57P\d\d)\b|\.constraint\b|_[pf]key\b/,
    in: 'src/http/',
    except: [],
  },
]

/** Files of core that may hold sentences, and why. Everything else that is said to people stands in src/texts, by code. */
export const sentences: Readonly<Record<string, string>> = {
  'src/core/verifications/consent-texts.ts': 'versions of texts that people agree to, which never change',
  'src/core/verifications/consent-texts-fr.ts': 'the same in French',
}

/** Files of core that may hold prose besides, and why. */
export const prose: Readonly<Record<string, string>> = {
  'src/core/agreements/fields/automatic.ts': 'what a type of field means, for documents of the API',
  'src/core/agreements/fields/options.ts': 'what the options of fields mean, for documents of the API',
  'src/core/agreements/fields/schema.ts': 'what the members of fields mean, for documents of the API',
  'src/core/agreements/language-words.ts': 'small words by which a language is recognised',
  'src/core/verifications/catalogue.ts': 'descriptions of the guide, which are part of its contract',
}

/** Files of src/http that describe the API for its documents. What they say is no message. */
export const describing: RegExp =
  /^src\/http\/(request-limits|jsonapi\/((agreement|kept)-shapes|openapi\/.*|resources\/.*|(operator|previews)\/([\w-]*resources?|(bulk-send|webhook)-resource|invitation-links))|rest\/(list-filters|members|(accounts|agreements|bulk-sends|erasures|exports|openapi|submissions|verifications|versions|webhooks)\/.*))\.ts$/

/** Where pages are made that people read in their own language. What is about an API stays English. */
export const pageRooms = [
  'src/http/sign/',
  'src/http/mail-links/',
  'src/http/pages/front.ts',
  'src/http/pages/layout.ts',
]

/** Exports that are found by a name that is put together at run time, or that stand in a text. */
export const foundByName: RegExp =
  /^(bench\/[\w-]+\.ts run|bench\/webhooks\/engines\/[\w-]+\.ts open|test\/consumers\/calls\.ts call|tools\/(rest\/client\.ts (apiVersion|createOperations)|jsonapi\/(client\.ts Resources|resource-index\.ts resources))|web\/webhooks\/signature\/snippets\.ts verify)$/

/** Names that say nothing about what is inside. */
export const emptyNames: RegExp = /(^|[-_.])(utils?|helpers?|common|managers?)([-_.]|$)/i

/** Lines of a file: the middle of all, the 95th percentile, and the longest. */
export const lengths = { median: 80, p95: 250, longest: 400, function: 60 }
