/** What went wrong with a request, in plain words, and what whoever runs the receiver does about it. */
type Failure = { what: string; todo: string }

export const webhookFailures = {
  delivered: { what: 'Delivered', todo: '' },
  redirect: {
    what: 'The receiver redirected',
    todo: 'Redirects are not followed, because they could lead anywhere. Give the webhook the final URL: often a missing or extra slash, or http in place of https.',
  },
  unauthorized: {
    what: 'The receiver refused us',
    todo: 'It wants credentials, or a firewall stands in front. Give the webhook a header or OAuth credentials in its settings, or let our signature be enough.',
  },
  not_found: {
    what: 'There is nothing under this URL',
    todo: 'Look whether the path is right and the receiver takes POST there.',
  },
  gone: {
    what: 'The receiver wants nothing more',
    todo: 'A 410 switches the webhook off. Switch it on when that was a mistake.',
  },
  too_large_request: {
    what: 'The body was too large for the receiver',
    todo: 'Raise the limit of bodies of your proxy or framework to 1 MB.',
  },
  throttled: {
    what: 'The receiver has had enough for now',
    todo: 'We rest as long as Retry-After says. If it happens often, set “Most requests a second” in the settings, or answer first and work afterwards.',
  },
  client_error: {
    what: 'The receiver refused the request',
    todo: 'Read its answer below. Often the signature check fails because the body was parsed and written anew: check the raw bytes. “Verify a signature” finds out why.',
  },
  server_error: {
    what: 'The receiver failed',
    todo: 'Look for the webhook-id in the log of your receiver. Answer 2xx as soon as the event is stored, and work afterwards.',
  },
  unavailable: {
    what: 'The receiver is not there just now',
    todo: 'A proxy answered in its place. Look whether your service runs and is reachable from the proxy. It is tried again by itself.',
  },
  timeout: {
    what: 'No complete answer in 15 seconds',
    todo: 'Store the event, answer 2xx at once, and do the work afterwards. Look also for a firewall that drops packets.',
  },
  connection_refused: {
    what: 'Nobody listens there',
    todo: 'Start the receiver, and look whether the port in the URL is right.',
  },
  connection_reset: {
    what: 'The connection broke off',
    todo: 'The receiver or a proxy closed it before it had answered. Look for crashes and for limits of memory or time.',
  },
  unreachable: {
    what: 'There is no way to the receiver',
    todo: 'Look at routes and firewalls between this server and yours.',
  },
  dns: {
    what: 'The name has no address',
    todo: 'Look for a typing error in the URL, and at the DNS entry of the name. New entries need a while.',
  },
  tls: {
    what: 'No trusted TLS connection',
    todo: 'Mend the certificate: not expired, for this very name, and with its chain of intermediates. An SSL checker shows what is missing.',
  },
  refused_address: {
    what: 'The address is not allowed',
    todo: 'The name leads to an address that is private or special. Use a public one; whoever runs this server can open a range with WEBHOOK_ALLOW.',
  },
  proxy: { what: 'Our outbound proxy is in trouble', todo: 'This is on our side: tell whoever runs this server.' },
  oauth: {
    what: 'No token could be had',
    todo: 'Look whether the token address answers, and whether client id and secret in the settings are still good.',
  },
  too_large: { what: 'The answer was too large', todo: 'Answer with a few bytes: only the status counts.' },
  protocol: { what: 'That was no proper HTTP', todo: 'Look whether the port speaks HTTP/1.1, and not something else.' },
  network: {
    what: 'The connection failed',
    todo: 'Look at the network between this server and yours. It is tried again by itself.',
  },
  internal: {
    what: 'We could not make this request',
    todo: 'The fault is ours, and in the log of this server. Tell whoever runs it.',
  },
  other: { what: 'It failed', todo: 'Read what the request and its answer say.' },
} satisfies Record<string, Failure>
