/**
 * A part of the source, and the parts of ours that it may import. A path with a final `/` includes everything below.
 */
export type Room = {
  path: string
  /** The parts from which it may import values and types. */
  imports: string[]
  /** The parts from which it may import with `import type` only. */
  types?: string[]
  /** Libraries that would bring another room's work into this one. */
  never?: string[]
}

const database = ['kysely', 'pg', 'graphile-worker']
const web = ['fastify', 'undici', 'node:http', 'node:https', 'node:http2']

/** Libraries that a server loads with the first work that needs them, so that its start does not wait for them. */
export const late = [
  ...['@embedpdf/pdfium', '@libpdf/core', '@myriaddreamin/typst-ts-node-compiler', 'fflate'],
  ...['@better-auth/passkey', 'better-auth', 'ioredis', 'nodemailer', 'rate-limiter-flexible', 'undici'],
  ...['preact', 'typebox/value', 'uqr', 'vite'],
]

/** The faces over the core. No face may know another. */
export const dialects = ['src/http/rest/', 'src/http/jsonapi/', 'src/http/sign/', 'src/http/web/']

/** Who may import whom. The room of a file is the first room whose path fits it. A file without a room is a breach. */
export const rooms: Room[] = [
  {
    path: 'src/core/',
    imports: ['src/core/', 'src/db/', 'src/jobs/enqueue.ts', 'src/writing/'],
    types: ['src/jobs/handlers.ts', 'src/texts/'],
    never: ['pg', 'graphile-worker', ...web],
  },
  // Every sentence for people, by code and language.
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
  // The characters of fonts, and the direction of text (docs/decisions, "writing").
  { path: 'src/writing/', imports: ['src/writing/'], never: ['fastify', ...database, ...web] },
  // Work with limits, beside the main thread (docs/decisions, "limited workers").
  { path: 'src/workers/', imports: ['src/workers/'], never: ['fastify', ...database, ...web] },
  // Proves sealed documents, in Node and in browsers, so it uses nothing of Node.
  {
    path: 'verifier/',
    imports: ['verifier/', 'src/core/evidence/format.ts'],
    never: ['fastify', '@libpdf/core', ...database, ...web],
  },
  // Makes seals with the parts with which the verifier reads them, and verifies each before it returns it.
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
  // A witness of other installations' logs: a small server with its own files.
  {
    path: 'src/witness/',
    imports: ['src/witness/', 'src/core/', 'src/startup-error.ts'],
    never: ['fastify', ...database],
  },
  { path: 'src/faces.ts', imports: ['src/http/'] },
  // The part of the REST dialect that delivery needs.
  { path: 'src/event-bodies.ts', imports: ['src/http/'] },
  // The part of the dialects that jobs and commands need: writing a list to a file.
  { path: 'src/export-lines.ts', imports: ['src/http/'], types: ['src/core/'] },
  { path: 'src/demo/', imports: ['src/core/', 'src/demo/'], types: ['src/db/'] },
  { path: 'src/startup-error.ts', imports: [] },
  { path: 'src/log.ts', imports: [], types: ['src/config.ts'] },
  { path: 'src/settings/', imports: ['src/settings/', 'src/startup-error.ts'], never: database },
  { path: 'src/config.ts', imports: ['src/settings/', 'src/startup-error.ts'] },
  // The base of the commands and the server: the database, and the master key that fits it.
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
  // It knows every part, like app.ts, because it tries each of them.
  { path: 'src/diagnosis.ts', imports: ['src/'] },
  { path: 'src/diagnosis-seal.ts', imports: ['src/'] },
  { path: 'src/main.js', imports: ['src/cli/'] },
  { path: 'src/app.ts', imports: ['src/'] },
  // The half of app.ts that knows every face. A worker does not load it.
  { path: 'src/serving.ts', imports: ['src/'] },
  { path: 'src/listening.ts', imports: ['src/startup-error.ts'], types: ['src/config.ts'] },
  // The jobs with all their parts, in the server or in a separate process.
  { path: 'src/work.ts', imports: ['src/'] },
  // People's sign-in, assembled for the server and for tests.
  { path: 'src/sign-in.ts', imports: ['src/adapters/sign-in/', 'src/core/'], types: ['src/db/'] },
  // The operator's corner knows the parts that it shows.
  { path: 'src/operator.ts', imports: ['src/'] },
  { path: 'src/job-process.ts', imports: ['src/store.ts', 'src/work.ts', 'src/workers/'], types: ['src/config.ts'] },
  // The built web app, and its build. A server loads nothing of Vite.
  { path: 'src/web-app.ts', imports: ['web/build/stamp.ts'], never: ['vite'] },
  { path: 'web/build/', imports: ['web/build/', 'web/app/theme.ts'], never: [...database, ...web] },
  // The web app for people with an account. It knows the API as every integrator does, and nothing else of the server.
  { path: 'web/', imports: ['web/', 'clients/jsonapi/', 'src/texts/', 'verifier/'], never: [...database, ...web] },
  // Writes row types from a database that the migrations have just made.
  { path: 'tools/row-types/', imports: ['tools/row-types/', 'src/db/', 'src/postgres/'], never: web },
  // Writes documents, collections, clients and row types from the serving tables. No server loads it.
  { path: 'tools/', imports: ['tools/', 'src/http/', 'src/core/'], never: [...database, 'fastify'] },
  { path: 'bench/', imports: ['bench/', 'src/', 'test/support/', 'tools/samples/', 'verifier/'] },
  { path: 'test/', imports: ['test/', 'tools/', 'src/', 'bench/', 'clients/', 'verifier/', 'package.json'] },
]

/** Words that only some files may have. */
export const words: { rule: string; pattern: RegExp; in: string; except: string[] }[] = [
  {
    rule: 'only config.ts reads the environment',
    pattern: /\bprocess\.env\b/,
    in: 'src/',
    // It removes a variable that Node has read.
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

/**
 * The files of core that may have sentences, with the reasons. All other sentences for people are in src/texts, by
 * code.
 */
export const sentences: Readonly<Record<string, string>> = {
  'src/core/verifications/consent-texts.ts': 'versions of texts that people agree to, which never change',
  'src/core/verifications/consent-texts-fr.ts': 'the same in French',
}

/** The other files of core that may have prose, with the reasons. */
export const prose: Readonly<Record<string, string>> = {
  'src/core/agreements/fields/options.ts': 'what the options of fields mean, for documents of the API',
  'src/core/agreements/fields/schema.ts': 'what the members of fields mean, for documents of the API',
  'src/core/agreements/language-words.ts': 'small words by which a language is recognised',
  'src/core/verifications/catalogue.ts': 'descriptions of the guide, which are part of its contract',
}

/** The files of src/http that describe the API for its documents. Their texts are no messages. */
export const describing: RegExp =
  /^src\/http\/(request-limits|jsonapi\/((agreement|kept)-shapes|openapi\/.*|resources\/.*|(operator|previews)\/([\w-]*resources?|(bulk-send|webhook)-resource|invitation-links))|rest\/(list-filters|members|(accounts|agreements|bulk-sends|erasures|exports|openapi|submissions|verifications|versions|webhooks)\/.*))\.ts$/

/** The rooms with pages that people read in their own language. Texts about an API stay English. */
export const pageRooms = [
  'src/http/sign/',
  'src/http/mail-links/',
  'src/http/pages/front.ts',
  'src/http/pages/layout.ts',
]

/** Exports whose names are composed at run time, or are in a text. */
export const foundByName: RegExp =
  /^(bench\/[\w-]+\.ts run|bench\/webhooks\/engines\/[\w-]+\.ts open|test\/consumers\/calls\.ts call|tools\/(rest\/client\.ts (apiVersion|createOperations)|jsonapi\/(client\.ts Resources|resource-index\.ts resources))|web\/webhooks\/signature\/snippets\.ts verify)$/

/** Names of files that tell nothing about the contents. */
export const emptyNames: RegExp = /(^|[-_.])(utils?|helpers?|common|managers?)([-_.]|$)/i

/** The lines of a file: the median, the 95th percentile, and the maximum. */
export const lengths = { median: 80, p95: 250, longest: 400, function: 60 }
