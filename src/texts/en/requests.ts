import { inSeconds } from './units.ts'

/** Sentences for faults of any request, by code. */
export const requests = {
  base_moved: ({ base }: { base: string }) =>
    `API v1 is retired. The base of the REST API is now ${base}/v2; the base of the JSON:API is ${base}/v1/api.`,
  body_ends_early: () => 'The body ends too early, or is not JSON. Send one complete JSON document.',
  body_not_utf8: () => 'The body is not UTF-8. Encode it as UTF-8.',
  body_slow: () => 'The body arrived too slowly. Send it again over a faster connection.',
  body_stopped: ({ position }: { position: string }) =>
    `The body is not JSON: reading stopped at position ${position}.`,
  body_traps: () => 'The members __proto__ and constructor.prototype are not allowed. Remove them.',
  changed_meanwhile: () =>
    'Another request changed or removed something that this request needs. Read it again, then try again.',
  charset: ({ charset }: { charset: string }) => `The charset ${charset} is not supported. Send the body as UTF-8.`,
  content_coding: () => 'Content-Encoding is not supported. Send the body without it.',
  content_type: ({ type }: { type: string }) => `The Content-Type ${type} is not supported. Send application/json.`,
  content_type_missing: () => 'The header Content-Type is missing. Send Content-Type: application/json.',
  multipart: () => 'The body is not complete multipart/form-data: it must end with its boundary.',
  part_not_json: ({ name }: { name: string }) => `The part ${name} is not JSON.`,
  database_changed: ({ says }: { says: string }) => `Something other than Sealane has changed the database: ${says}.`,
  database_crowded: () => 'The database accepts no more connections.',
  database_full: () => 'The disk of the database is full.',
  database_silent: () => 'The database does not answer.',
  database_unreadable: ({ tables }: { tables: readonly string[] }) =>
    `Something other than Sealane has changed the database: its role for organizations may not read ${tables.join(', ')}.`,
  database_unavailable: () => 'The database cannot answer now. Try again.',
  failed: () => 'Something went wrong on our side. Quote the request id when you ask for help.',
  headers_large: () => 'The URL and the headers may have at most 64 KiB together. Shorten them.',
  host_twice: () => 'Send one Host header.',
  host_unknown: () =>
    'This server does not answer for this host. Use the address that you were given. The operator names the hosts in PUBLIC_URL and SEALANE_DOMAIN. A proxy in front must pass on the header Host.',
  https_no_tls: () =>
    'Use https. This server was reached without TLS: set TLS_CERT and TLS_KEY, or name the proxy that ends TLS in TRUSTED_PROXIES.',
  https_proxy_plain: () => 'Use https. The proxy in front reports that it was reached without TLS.',
  https_proxy_silent: () =>
    'Use https. The proxy in front does not report how it was reached. Make it send X-Forwarded-Proto.',
  https_proxy_unknown: ({ neighbour }: { neighbour: string }) =>
    `Use https. An unknown proxy passed this request on. If it is yours, set TRUSTED_PROXIES=${neighbour} and restart the server.`,
  idempotency_key: () => 'Send 1 to 255 printable ASCII characters without spaces, preferably a UUID.',
  json_object: () => 'Send a JSON object with Content-Type: application/json.',
  mail_not_sent: ({ refusal }: { refusal: string }) => `The mail was not sent: ${refusal}`,
  maintenance: () => 'Your organization is in maintenance. Try again later.',
  members_many: ({ limit }: { limit: number }) => `Send at most ${limit} members.`,
  method: ({ method, allow }: { method: string; allow: string }) =>
    `The method ${method} is not allowed here. Use: ${allow}.`,
  metrics_local: () =>
    'Without METRICS_TOKEN, only this machine can read the metrics. Set METRICS_TOKEN, and send it as Authorization: Bearer <token>.',
  metrics_token: () => 'Send METRICS_TOKEN as Authorization: Bearer <token>.',
  not_http: () => 'This request is not valid HTTP: its method, its URL or one of its headers breaks a rule of HTTP.',
  not_in_version: ({ endpoint, since, served }: { endpoint: string; since: string; served: string }) =>
    `${endpoint} exists since version ${since}, but this request uses version ${served}.`,
  precondition: () => 'The object has changed since you read it: its ETag differs from If-Match. Read it again.',
  preview_busy: () => 'The server is making another preview. Ask again in a moment.',
  query_not_utf8: () => 'The query contains a percent-encoding that is not UTF-8. Encode it as UTF-8.',
  quota: ({ limit }: { limit: number }) => `The quota of ${limit} requests a minute is used up.`,
  request_late: () => 'The request did not arrive in time.',
  request_unreadable: () => 'The request cannot be read.',
  unreadable_because: ({ why }: { why: string }) => why,
  tenant_key: () => 'The key or token belongs to another organization. Use one of this organization.',
  too_many_streams: ({ most }: { most: number }) =>
    `You already have ${most} open streams, which is the limit. Close one first.`,
  unknown_path: ({ at }: { at: string }) => `There is nothing at ${at}.`,
  unknown_version: ({ version, known }: { version: string; known: readonly string[] }) =>
    `There is no version ${version}. Versions: ${known.join(', ')}.`,
  url_long: ({ limit }: { limit: number }) => `A URL may have at most ${limit} characters.`,
  wrong_keys: ({ seconds }: { seconds: number }) =>
    `Your network address sent too many wrong keys or tokens. Wait ${inSeconds(seconds)}.`,
  wrong_links: ({ seconds }: { seconds: number }) =>
    `Your network address asked for too many addresses that do not exist. Wait ${inSeconds(seconds)}.`,
  form_type: () => 'This page accepts only its own form. Open it again and use the form.',
  form_cross_site: () =>
    'This form came from another site, or your browser hides where it came from. Open the link that you received.',
  cookies_missing: () =>
    'This browser stores no cookies for this site, so you cannot sign here. Allow cookies and open the link again.',
  log_pending: () => 'This row is not in the log yet. Ask again in a second.',
  link_limited: ({ seconds }: { seconds: number }) => `Wait ${inSeconds(seconds)} and open the link again.`,
  mail_page_missing: () => 'There is no page at this address. Open the link in the mail again.',
  parameters_unsigned: () =>
    'The address of this link was changed or cut off. Open the link exactly as you received it, or ask the sender.',
  way_in_missing: () => 'This agreement first asks who you are. Open the link again.',
  page_sent_once: () => 'This page cannot be sent again. Open the link once more.',
  session_missing: () =>
    'This browser has no open agreement here. Allow cookies for this site, then open the link that you received again.',
  network_limited: ({ seconds }: { seconds: number }) =>
    `Your network sent too many requests just now. Wait ${inSeconds(seconds)} and try again.`,
}
