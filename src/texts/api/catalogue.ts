/** The texts of an error of the REST dialect. Cause, remedy and example are on its page. */
export type Explained = {
  /** Never changes once released. */
  message: string
  /** Replaces the sentence of the thrown error with the guide's own words. */
  detail?: string
  cause: string
  mend: string
  example: string
}

const missing = (words: string, path: string): Explained => ({
  message: `No such ${words}.`,
  cause: `There is no ${words} with this id in your organization: it was deleted, belongs to another organization, or never was.`,
  mend: `Check the id, and that the key is one of the organization that owns the ${words}.`,
  example: `GET /v2/${path}`,
})

const entries = {
  // 1xxx: errors of the server.
  1000: {
    message: 'Something went wrong on our side.',
    detail:
      'The request failed through a fault of the server. Try again; if it stays, quote the request id when you ask.',
    cause: 'A fault of the server. It was logged whole, under the request id that the answer carries.',
    mend: 'Try again, with the same Idempotency-Key on a POST. If it stays, send the request id to whoever runs this server.',
    example: 'A defect.',
  },
  1001: {
    message: 'Service unavailable.',
    cause:
      'The organization is in maintenance, the server is shutting down, or something it needs (its database, say) does not answer.',
    mend: 'Wait for as many seconds as Retry-After says, and send the same request again.',
    example: 'Any request while the organization is in maintenance.',
  },
  // 2xxx: authentication and rate limits.
  2001: {
    message: 'HTTPS is required.',
    cause: 'The request came over plain HTTP. API keys must not travel in the clear, so it was refused unread.',
    mend: 'Use an https:// address. If a proxy in front ends TLS, name it in TRUSTED_PROXIES and let it send X-Forwarded-Proto. Replace a key that was sent over HTTP.',
    example: 'curl http://api.example.com/v2/verifications',
  },
  2002: {
    message: 'Unauthorized access.',
    detail: 'Please, make sure your request HEADER contains the API key and it is a valid one.',
    cause: 'The API key is missing, misspelt, revoked, expired, or not allowed from this address.',
    mend: 'Send the header x-api-key with a key from Settings > Integrations. An Organization Admin can make a new one there.',
    example: 'curl https://api.example.com/v2/verifications',
  },
  2003: {
    message: 'Rate limit exceeded.',
    detail:
      'Your requests are over the maximum volume per minute. Please check our recommendations and try again later.',
    cause: 'The key has used up its requests of this minute; 100 unless the key was made with another number.',
    mend: 'Wait for as many seconds as Retry-After says. Watch the RateLimit header, ask for larger pages, and use webhooks in place of polling.',
    example: 'The 101st request within a minute.',
  },
  2004: {
    message: 'Permission denied.',
    cause: 'The key is valid, but its role does not hold the permission that the request needs.',
    mend: 'Use a key whose role holds the permission that the detail names, or ask an Organization Admin for one.',
    example: 'DELETE /v2/verifications/{verification_id} with a key of the role viewer',
  },
  // 3xxx: faults of the request.
  3001: {
    message: 'The request failed validation.',
    cause: 'One or more members of the body, query or path break a rule. The member errors lists all of them at once.',
    mend: 'Mend each entry of errors: path says where, rule says which rule, message says what to send instead.',
    example: 'GET /v2/verifications?size=0',
  },
  3002: {
    message: 'The body is not valid JSON.',
    cause: 'The body could not be read as one JSON document in UTF-8.',
    mend: 'Send valid JSON. The detail says where reading stopped.',
    example: 'POST /v2/webhooks with the body {"destination_url": "https://a.example"',
  },
  3003: {
    message: 'Unsupported media type.',
    cause: 'The Content-Type of the body is not application/json, or its charset is not UTF-8.',
    mend: 'Send Content-Type: application/json.',
    example: 'POST /v2/webhooks with Content-Type: text/xml',
  },
  3004: {
    message: 'The body is too large.',
    cause: 'A request body may have 1 MiB, and 37 MiB where it brings the file of an agreement.',
    mend: 'Send less in one request.',
    example: 'POST /v2/webhooks with a body of 2 MiB',
  },
  3005: {
    message: 'The URL is too long.',
    cause: 'The URL has more than 16,384 characters, or one segment of its path more than 2,000.',
    mend: 'Shorten the query; ask in several requests.',
    example: 'GET /v2/verifications?search= followed by 9,000 letters',
  },
  3006: {
    message: 'The request could not be read.',
    cause: 'The URL holds a broken percent-encoding, or the request breaks a rule of HTTP.',
    mend: 'Percent-encode the URL as UTF-8; most HTTP libraries do it.',
    example: 'GET /v2/verifications/%zz',
  },
  3007: {
    message: 'Unknown API version.',
    cause: 'The header Harbour-Version names a version that does not exist.',
    mend: 'Send one of the versions that the detail lists (GET /versions serves them), or leave the header out to use the version of the key.',
    example: 'GET /v2/verifications with Harbour-Version: 9.9',
  },
  3008: {
    message: 'The Idempotency-Key is not valid.',
    cause: 'The header is empty, longer than 255 characters, or has characters beyond printable ASCII.',
    mend: 'Send a new UUID for each operation, and the same one when you repeat it.',
    example: 'POST /v2/webhooks with an Idempotency-Key of 300 letters',
  },
  3009: {
    message: 'The request headers are too large.',
    cause: 'The URL and the headers of a request may have 64 KiB together.',
    mend: 'Send fewer or shorter headers.',
    example: 'GET /v2/verifications with a header of 70 KiB',
  },
  3010: {
    message: 'The host is not one of this server.',
    cause:
      'The request names a host that this server does not answer for, so that no foreign name comes into its links.',
    mend: 'Use the address that you were given. Whoever runs the server names its hosts in PUBLIC_URL and SEALANE_DOMAIN, and lets a proxy in front pass on the Host.',
    example: 'GET /v2/verifications with Host: elsewhere.example',
  },
  3011: {
    message: 'The request did not arrive in time.',
    cause:
      'The headers took more than 15 seconds, the whole request more than two minutes, or the body brought less than 1 KiB a second.',
    mend: 'Send it again over a faster connection, or in smaller parts.',
    example: 'POST /v2/webhooks with a Content-Length, and no body behind it',
  },
  // 4xxx: things that do not exist.
  4001: {
    message: 'Not found.',
    cause: 'No endpoint has this path.',
    mend: 'Compare the path with the reference at /docs.',
    example: 'GET /v2/verification-lists',
  },
  4002: {
    message: 'Method not allowed.',
    cause: 'The path exists, but not with this method.',
    mend: 'Use one of the methods that the Allow header lists.',
    example: 'PATCH /v2/webhooks',
  },
  4003: {
    message: 'API v1 is retired.',
    cause: 'The request went to the base of API v1, which is no more.',
    mend: 'Use the base that the detail names. The guide lists what each version of the API has.',
    example: 'GET /v1/agreements',
  },
  4004: {
    message: 'Gone.',
    cause: 'What was asked for existed, and does no more.',
    mend: 'Forget the id.',
    example: 'GET of something that has expired',
  },
  4005: {
    message: 'Not found in this version.',
    cause: 'The endpoint exists, but came with a later version of the API than the one that the request is served in.',
    mend: 'Send Harbour-Version with the version that the detail names, or a later one.',
    example: 'GET /v2/webhooks with Harbour-Version: 2.0',
  },
  4101: missing('verification', 'verifications/{verification_id}'),
  4102: missing('webhook', 'webhooks/{webhook_id}'),
  4103: missing('event', 'webhooks/{webhook_id}/events/{event_id}'),
  4104: missing('agreement', 'agreements/{agreement_id}'),
  4105: missing('agreement link', 'agreement-links/{agreement_link_id}'),
  4106: missing('submission', 'submissions/{submission_id}'),
  4107: missing('document', 'submissions/{submission_id}/document'),
  4108: missing('subject', 'consents?subject_id=…'),
  4109: missing('consent', 'consents/{consent_id}'),
  4110: missing('signer', 'verifications'),
  4111: missing('API key', 'verifications'),
  4112: missing('access token', 'verifications'),
  4113: missing('role', 'verifications'),
  4114: missing('recovery', 'webhooks/{webhook_id}'),
  4115: missing('invitation', 'invitations/{invitation_id}'),
  4116: missing('review claim', 'verifications'),
  4117: missing('saved view', 'verifications'),
  4118: missing('bulk send', 'bulk-sends/{bulk_send_id}'),
  4119: missing('export', 'verifications'),
  // 5xxx: conflicts with the state of a thing.
  5001: {
    message: 'Conflict.',
    cause: 'The state of the object does not allow what was asked.',
    mend: 'Read the object again, and decide anew.',
    example: 'Cancelling a verification that is completed',
  },
  5002: {
    message: 'The first request is still running.',
    cause: 'A request with the same Idempotency-Key has not ended yet.',
    mend: 'Wait a moment and send the same request again: it then answers with the result of the first.',
    example: 'The same POST twice at the same time',
  },
  5003: {
    message: 'The Idempotency-Key was used for another request.',
    cause: 'Within 24 hours, the same key came with another path or another body.',
    mend: 'Use a new Idempotency-Key for each operation.',
    example: 'POST /v2/webhooks twice with one key and two addresses',
  },
  5004: {
    message: 'Precondition failed.',
    cause: 'The object has changed since the ETag in If-Match was read.',
    mend: 'Read the object again, apply the change to what it is now, and send its new ETag.',
    example: 'PUT /v2/webhooks/{webhook_id} with an old If-Match',
  },
  5005: {
    message: 'A consent is missing.',
    cause: 'The person has not given, or has withdrawn, a consent that the verification needs.',
    mend: 'Show the person the texts of GET /v2/consent-texts, and send what they agree to in consents, or POST /v2/consents first.',
    example: 'POST /v2/verifications without consents',
  },
} satisfies Record<number, Explained>

export type CatalogueCode = keyof typeof entries

/** The texts of the errors of the REST dialect, by number. */
export const catalogue: Readonly<Record<number, Explained>> = entries
