/** The fault of a request, and the action for the operator of the receiver. */
type Failure = { what: string; todo: string }

export const webhookFailures = {
  delivered: { what: 'Delivered', todo: '' },
  redirect: {
    what: 'The receiver redirected',
    todo: 'Redirects are not followed, because they could lead anywhere. Give the webhook the final URL: often a missing or extra slash, or http in place of https.',
  },
  unauthorized: {
    what: 'The receiver refused us',
    todo: 'It asks for credentials, or a firewall blocks the request. Give the webhook a header or OAuth credentials in its settings, or let the receiver accept our signature alone.',
  },
  not_found: {
    what: 'There is nothing under this URL',
    todo: 'Check that the path is right, and that the receiver accepts POST there.',
  },
  gone: {
    what: 'The receiver wants no more events',
    todo: 'A 410 switches the webhook off. Switch it on if that was a mistake.',
  },
  too_large_request: {
    what: 'The body was too large for the receiver',
    todo: 'Raise the body limit of your proxy or framework to 1 MB.',
  },
  throttled: {
    what: 'The receiver limits our requests',
    todo: 'Sealane pauses for as long as Retry-After says. If this happens often, set “Maximum requests per second” in the settings, or let the receiver answer first and work afterwards.',
  },
  client_error: {
    what: 'The receiver refused the request',
    todo: 'Read its answer below. Often the signature check fails because the receiver parses the body and writes it again. Check the raw bytes. “Verify a signature” finds the cause.',
  },
  server_error: {
    what: 'The receiver failed',
    todo: 'Search the log of your receiver for the webhook-id. Answer 2xx as soon as the event is stored, and work afterwards.',
  },
  unavailable: {
    what: 'The receiver is unavailable',
    todo: 'A proxy answered in its place. Check that your service runs, and that the proxy can reach it. Sealane tries again automatically.',
  },
  timeout: {
    what: 'No complete answer in 15 seconds',
    todo: 'Store the event, answer 2xx at once, and do the work afterwards. Also check for a firewall that drops packets.',
  },
  connection_refused: {
    what: 'No program listens at this address',
    todo: 'Start the receiver, and check the port in the URL.',
  },
  connection_reset: {
    what: 'The connection broke off',
    todo: 'The receiver or a proxy closed the connection before it answered. Check for crashes, and for limits of memory or time.',
  },
  unreachable: {
    what: 'No network route leads to the receiver',
    todo: 'Check the routes and firewalls between this server and yours.',
  },
  dns: {
    what: 'The name has no address',
    todo: 'Check the URL for typing errors, and check the DNS entry of the name. New entries need some time.',
  },
  tls: {
    what: 'No trusted TLS connection',
    todo: 'Correct the certificate. It must not be expired, must name this host, and must come with its intermediate certificates. An SSL checker shows what is missing.',
  },
  refused_address: {
    what: 'The address is not allowed',
    todo: 'The name leads to a private or special address. Use a public one. The operator of this server can allow a range with WEBHOOK_ALLOW.',
  },
  proxy: { what: 'Our outbound proxy fails', todo: 'The fault is on our side. Tell the operator of this server.' },
  oauth: {
    what: 'The token endpoint gave no token',
    todo: 'Check that the token address answers, and that the client id and secret in the settings are still valid.',
  },
  too_large: { what: 'The answer was too large', todo: 'Answer with a few bytes. Only the status counts.' },
  protocol: { what: 'The answer is not valid HTTP', todo: 'Check that the port speaks HTTP/1.1.' },
  network: {
    what: 'The connection failed',
    todo: 'Check the network between this server and yours. Sealane tries again automatically.',
  },
  internal: {
    what: 'We could not make this request',
    todo: 'The fault is on our side, and the log of this server explains it. Tell the operator of this server.',
  },
  other: { what: 'The request failed', todo: 'Read the request and its answer.' },
} satisfies Record<string, Failure>
