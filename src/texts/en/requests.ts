import { inSeconds } from './units.ts'

/** Sentences for faults of any request, by code. */
export const requests = {
  base_moved: ({ base }: { base: string }) =>
    `API v1 is retired. The base of the API is ${base}/v2 now; that of the JSON:API is ${base}/v1/api.`,
  body_ends_early: () => 'The body ends too early, or is not JSON.',
  body_not_utf8: () => 'The body is not UTF-8.',
  body_slow: () => 'The body came too slowly.',
  body_stopped: ({ position }: { position: string }) =>
    `The body is not JSON: reading stopped at position ${position}.`,
  body_traps: () => 'The members __proto__ and constructor.prototype are not taken.',
  changed_meanwhile: () =>
    'Something that this needs was changed or removed at the same moment. Read it again, then try again.',
  charset: ({ charset }: { charset: string }) => `The charset ${charset} is not UTF-8.`,
  content_coding: () => 'Bodies are taken without a Content-Encoding.',
  content_type: ({ type }: { type: string }) => `${type} is not application/json.`,
  content_type_missing: () => 'Content-Type: application/json is missing.',
  multipart: () => 'The body is no multipart/form-data that ends with its boundary.',
  part_not_json: ({ name }: { name: string }) => `The part ${name} is not JSON.`,
  database_changed: ({ says }: { says: string }) => `The database is not as Sealane left it: ${says}.`,
  database_crowded: () => 'The database takes no more connections.',
  database_full: () => 'The disk of the database is full.',
  database_silent: () => 'The database does not answer.',
  database_unreadable: ({ tables }: { tables: readonly string[] }) =>
    `The database is not as Sealane left it: Tenants may not read ${tables.join(', ')}.`,
  database_unavailable: () => 'The database cannot take requests now. Try again.',
  failed: () => 'Something went wrong on our side. Quote the request id when you ask.',
  headers_large: () => 'The URL and the headers may have 64 KiB together.',
  host_twice: () => 'Send one Host header.',
  host_unknown: () =>
    'This server does not answer for the host that was asked. Use the address that you were given. Whoever runs the server names its hosts in PUBLIC_URL and SEALANE_DOMAIN, and lets a proxy in front pass on the Host.',
  https_no_tls: () =>
    'Use https. This server was reached without TLS: set TLS_CERT and TLS_KEY, or name the proxy that ends TLS in TRUSTED_PROXIES.',
  https_proxy_plain: () => 'Use https. The proxy in front was reached without TLS, as it says itself.',
  https_proxy_silent: () =>
    'Use https. The proxy in front does not say how it was reached: let it send X-Forwarded-Proto.',
  https_proxy_unknown: ({ neighbour }: { neighbour: string }) =>
    `Use https. A proxy passed this on that is not known here. If it is yours, set TRUSTED_PROXIES=${neighbour} and start again.`,
  idempotency_key: () => 'Send 1 to 255 printable ASCII characters without spaces, best a UUID.',
  json_object: () => 'Send a JSON object with Content-Type: application/json.',
  mail_not_sent: ({ refusal }: { refusal: string }) => `It was not sent: ${refusal}`,
  maintenance: () => 'Your organization is in maintenance. Try again later.',
  members_many: ({ limit }: { limit: number }) => `Send at most ${limit} members.`,
  method: ({ method, allow }: { method: string; allow: string }) => `${method} is not one of: ${allow}.`,
  metrics_local: () => 'Metrics are served to this machine only, unless METRICS_TOKEN is set and sent.',
  metrics_token: () => 'Send METRICS_TOKEN as Authorization: Bearer <token>.',
  not_http: () => 'This is no HTTP request: its method, its URL or one of its headers breaks a rule of HTTP.',
  not_in_version: ({ endpoint, since, served }: { endpoint: string; since: string; served: string }) =>
    `${endpoint} came with version ${since}; this request is served in ${served}.`,
  precondition: () => 'The object has changed since you read it: its ETag is not the one in If-Match.',
  preview_busy: () => 'Another preview is being made. Ask again in a moment.',
  query_not_utf8: () => 'The query holds a percent-encoding that is not one of UTF-8.',
  quota: ({ limit }: { limit: number }) => `The quota of ${limit} requests a minute is used up.`,
  request_late: () => 'The request did not arrive in time.',
  request_unreadable: () => 'The request cannot be read.',
  unreadable_because: ({ why }: { why: string }) => why,
  tenant_key: () => 'The key or token is not one of this tenant.',
  too_many_streams: ({ most }: { most: number }) =>
    `There are ${most} open streams already, which is the most. Close one first.`,
  unknown_path: ({ at }: { at: string }) => `There is nothing at ${at}.`,
  unknown_version: ({ version, known }: { version: string; known: readonly string[] }) =>
    `There is no version ${version}. Versions: ${known.join(', ')}.`,
  url_long: ({ limit }: { limit: number }) => `A URL may have ${limit} characters.`,
  wrong_keys: ({ seconds }: { seconds: number }) =>
    `Too many wrong keys or tokens came from your network address. Wait ${inSeconds(seconds)}.`,
  wrong_links: ({ seconds }: { seconds: number }) =>
    `Too many addresses that lead nowhere came from your network address. Wait ${inSeconds(seconds)}.`,
  form_type: () => 'Only the form of this page is taken here.',
  form_cross_site: () =>
    'This form was sent from another site, or your browser does not say from where. Open the link that you were sent.',
  cookies_missing: () =>
    'This browser keeps no cookies for this site, so it cannot sign. Allow them and open the link again.',
  log_pending: () => 'This row is not in the log yet. That takes about a second: ask again.',
  link_limited: ({ seconds }: { seconds: number }) => `Wait ${inSeconds(seconds)} and open the link again.`,
  mail_page_missing: () => 'There is no page at this address. Open the link of the mail again.',
  parameters_unsigned: () =>
    'The address of this link was changed or cut off. Open it as you were sent it, or ask whoever sent it.',
  way_in_missing: () => 'This agreement asks first who you are. Open the link again.',
  page_sent_once: () => 'This page cannot be sent again. Open the link once more.',
  session_missing: () =>
    'This browser has no open agreement here. Allow cookies for this site and open the link that you were sent again.',
  network_limited: ({ seconds }: { seconds: number }) =>
    `Too much has come from your network just now. Wait ${inSeconds(seconds)} and try again.`,
}
