/** The texts of an error of the REST dialect. The page of the error shows its cause, remedy and example. */
export type Explained = {
  /** A released message never changes. */
  message: string
  /** Replaces the sentence of the thrown error with the guide's own words. */
  detail?: string
  cause: string
  mend: string
  example: string
}

const missing = (words: string, path: string): Explained => ({
  message: `No such ${words}.`,
  cause: `Your organization has no ${words} with this id: the ${words} was deleted, belongs to another organization, or never existed.`,
  mend: `Check the id. Check that the key belongs to the organization that owns the ${words}.`,
  example: `GET /v2/${path}`,
})

const entries = {
  // 1xxx: errors of the server.
  1000: {
    message: 'Something went wrong on our side.',
    detail:
      'The request failed because of a fault in the server. Try again. If it fails again, quote the request id when you ask for help.',
    cause: 'The server has a fault. Its log describes the fault under the request id of the answer.',
    mend: 'Try again, with the same Idempotency-Key on a POST. If it fails again, send the request id to the operator of this server.',
    example: 'Any request that meets a defect of the server.',
  },
  1001: {
    message: 'Service unavailable.',
    cause:
      'The organization is in maintenance, the server is shutting down, or a part that it needs does not answer, such as its database.',
    mend: 'Wait for as many seconds as Retry-After says, and send the same request again.',
    example: 'Any request while the organization is in maintenance.',
  },
  // 2xxx: authentication and rate limits.
  2001: {
    message: 'HTTPS is required.',
    cause:
      'The request came over plain HTTP. API keys must not travel unencrypted, so the server did not read the request.',
    mend: 'Use an https:// address. If a proxy in front ends TLS, name it in TRUSTED_PROXIES and make it send X-Forwarded-Proto. Replace each key that you sent over HTTP.',
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
    cause: 'The key has used up its requests of this minute. A key has 100 unless it was made with another number.',
    mend: 'Wait for as many seconds as Retry-After says. Watch the RateLimit header, ask for larger pages, and use webhooks instead of polling.',
    example: 'The 101st request within a minute.',
  },
  2004: {
    message: 'Permission denied.',
    cause: 'The key is valid, but its role lacks the permission that the request needs.',
    mend: 'Use a key whose role has the permission that the detail names, or ask an Organization Admin for such a key.',
    example: 'DELETE /v2/verifications/{verification_id} with a key of the role viewer',
  },
  // 3xxx: faults of the request.
  3001: {
    message: 'The request failed validation.',
    cause: 'One or more members of the body, query or path break a rule. The member errors lists them all.',
    mend: 'Correct each entry of errors: path names the place, rule names the rule, and message says what to send instead.',
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
    cause: 'A request body may have at most 1 MiB, or 37 MiB when it contains the file of an agreement.',
    mend: 'Send less in one request.',
    example: 'POST /v2/webhooks with a body of 2 MiB',
  },
  3005: {
    message: 'The URL is too long.',
    cause: 'The URL has more than 16,384 characters, or one segment of its path has more than 2,000.',
    mend: 'Shorten the query, or split it into several requests.',
    example: 'GET /v2/verifications?search= followed by 9,000 letters',
  },
  3006: {
    message: 'The request could not be read.',
    cause: 'The URL contains a broken percent-encoding, or the request breaks a rule of HTTP.',
    mend: 'Percent-encode the URL as UTF-8. Most HTTP libraries do this.',
    example: 'GET /v2/verifications/%zz',
  },
  3007: {
    message: 'Unknown API version.',
    cause: 'The header Harbour-Version names a version that does not exist.',
    mend: 'Send one of the versions that the detail lists (GET /versions lists them too). Without the header, the server uses the version of the key.',
    example: 'GET /v2/verifications with Harbour-Version: 9.9',
  },
  3008: {
    message: 'The Idempotency-Key is not valid.',
    cause: 'The header is empty, is longer than 255 characters, or contains characters other than printable ASCII.',
    mend: 'Send a new UUID for each operation. Send the same UUID when you repeat the operation.',
    example: 'POST /v2/webhooks with an Idempotency-Key of 300 letters',
  },
  3009: {
    message: 'The request headers are too large.',
    cause: 'The URL and the headers of a request may have at most 64 KiB together.',
    mend: 'Send fewer or shorter headers.',
    example: 'GET /v2/verifications with a header of 70 KiB',
  },
  3010: {
    message: 'The host is not one of this server.',
    cause:
      'The request names a host that this server does not answer for. The server checks the host to keep foreign names out of its links.',
    mend: 'Use the address that you were given. The operator names the hosts in PUBLIC_URL and SEALANE_DOMAIN. A proxy in front must pass on the header Host.',
    example: 'GET /v2/verifications with Host: elsewhere.example',
  },
  3011: {
    message: 'The request did not arrive in time.',
    cause:
      'The headers took more than 15 seconds, the whole request took more than two minutes, or the body arrived at less than 1 KiB a second.',
    mend: 'Send it again over a faster connection, or in smaller parts.',
    example: 'POST /v2/webhooks with a Content-Length and no body',
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
    cause: 'The request went to the base of API v1, which no longer exists.',
    mend: 'Use the base that the detail names. The guide lists what each version of the API has.',
    example: 'GET /v1/agreements',
  },
  4004: {
    message: 'Gone.',
    cause: 'The object existed once and no longer exists.',
    mend: 'Forget the id.',
    example: 'GET of an object that has expired',
  },
  4005: {
    message: 'Not found in this version.',
    cause: 'The request uses a version of the API that is older than the endpoint.',
    mend: 'Send the header Harbour-Version with the version that the detail names, or with a later one.',
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
    cause: 'The state of the object does not allow this request.',
    mend: 'Read the object again, and decide what to do with its present state.',
    example: 'Cancelling a verification that is completed',
  },
  5002: {
    message: 'The first request is still running.',
    cause: 'A request with the same Idempotency-Key has not ended yet.',
    mend: 'Wait a moment, then send the same request again. You then get the answer of the first request.',
    example: 'The same POST twice at the same time',
  },
  5003: {
    message: 'The Idempotency-Key was used for another request.',
    cause: 'Within 24 hours, the same key was sent with another path or another body.',
    mend: 'Use a new Idempotency-Key for each operation.',
    example: 'POST /v2/webhooks twice with one key and two addresses',
  },
  5004: {
    message: 'Precondition failed.',
    cause: 'The object has changed since the ETag in If-Match was read.',
    mend: 'Read the object again, apply your change to its present state, and send its new ETag.',
    example: 'PUT /v2/webhooks/{webhook_id} with an old If-Match',
  },
  5005: {
    message: 'A consent is missing.',
    cause: 'The verification needs a consent that the person has not given, or has withdrawn.',
    mend: 'Show the person the texts of GET /v2/consent-texts. Send the consents that they give in consents, or record them first with POST /v2/consents.',
    example: 'POST /v2/verifications without consents',
  },
} satisfies Record<number, Explained>

export type CatalogueCode = keyof typeof entries

/** The texts of the errors of the REST dialect, by number. */
export const catalogue: Readonly<Record<number, Explained>> = entries
