import type { ErrorEntry } from './catalogue.ts'

/** 1xxx: the server. 2xxx: who may ask, and how often. */
export const accessErrors: readonly ErrorEntry[] = [
  {
    code: 1000,
    status: 500,
    words: [],
    message: 'Something went wrong on our side.',
    detail:
      'The request failed through a fault of the server. Try again; if it stays, quote the request id when you ask.',
    cause: 'A fault of the server. It was logged whole, under the request id that the answer carries.',
    mend: 'Try again, with the same Idempotency-Key on a POST. If it stays, send the request id to whoever runs this server.',
    example: 'A defect.',
  },
  {
    code: 1001,
    status: 503,
    words: ['maintenance', 'provider_unavailable', 'database_unavailable', 'busy', 'unavailable'],
    message: 'Service unavailable.',
    cause:
      'The organization is in maintenance, the server is shutting down, or something it needs (its database, say) does not answer.',
    mend: 'Wait for as many seconds as Retry-After says, and send the same request again.',
    example: 'Any request while the organization is in maintenance.',
  },
  {
    code: 2001,
    status: 403,
    words: ['https_required'],
    message: 'HTTPS is required.',
    cause: 'The request came over plain HTTP. API keys must not travel in the clear, so it was refused unread.',
    mend: 'Use an https:// address. If a proxy in front ends TLS, name it in TRUSTED_PROXIES and let it send X-Forwarded-Proto. Replace a key that was sent over HTTP.',
    example: 'curl http://api.example.com/v2/verifications',
  },
  {
    code: 2002,
    status: 401,
    words: ['unauthenticated'],
    message: 'Unauthorized access.',
    detail: 'Please, make sure your request HEADER contains the API key and it is a valid one.',
    cause: 'The API key is missing, misspelt, revoked, expired, or not allowed from this address.',
    mend: 'Send the header x-api-key with a key from Settings > Integrations. An Organization Admin can make a new one there.',
    example: 'curl https://api.example.com/v2/verifications',
  },
  {
    code: 2003,
    status: 429,
    words: ['rate_limited'],
    message: 'Rate limit exceeded.',
    detail:
      'Your requests are over the maximum volume per minute. Please check our recommendations and try again later.',
    cause: 'The key has used up its requests of this minute; 100 unless the key was made with another number.',
    mend: 'Wait for as many seconds as Retry-After says. Watch the RateLimit header, ask for larger pages, and use webhooks in place of polling.',
    example: 'The 101st request within a minute.',
  },
  {
    code: 2004,
    status: 403,
    words: ['permission_missing', 'permission_not_held', 'name_of_another', 'user_required', 'forbidden'],
    message: 'Permission denied.',
    cause: 'The key is valid, but its role does not hold the permission that the request needs.',
    mend: 'Use a key whose role holds the permission that the detail names, or ask an Organization Admin for one.',
    example: 'DELETE /v2/verifications/{verification_id} with a key of the role viewer',
  },
]
