import { destinations } from './destinations.ts'
import { inSeconds } from './units.ts'

type Code = { code: string }

/** Sentences for failed attempts to deliver, by code. */
export const attempts = {
  answer_headers_large: () => 'The headers of the answer are too large.',
  answer_late: ({ seconds }: { seconds: number }) => `There was no complete answer within ${inSeconds(seconds)}.`,
  answer_too_large: () => 'The answer of the receiver is too large.',
  connection_late: () => 'The receiver did not accept the connection in time.',
  connection_lost: ({ code }: Code) => `The connection to the receiver failed${code ? ` (${code})` : ''}.`,
  connection_refused: () => 'The receiver refused the connection.',
  connection_reset: () => 'The receiver closed the connection before its answer was complete.',
  ...destinations,
  gone: () => 'The receiver answered 410 Gone; the webhook is switched off.',
  name_not_found: () => 'The name of the receiver has no address.',
  name_not_resolved: () => 'The DNS lookup of the name of the receiver failed.',
  no_token: () => 'The OAuth token endpoint gave no token.',
  no_way: () => 'No network route leads to the receiver.',
  our_fault: () => 'Sealane could not make this attempt. The fault is ours; the log of the server explains it.',
  protocol: ({ code }: Code) => `The receiver does not speak proper HTTP/1.1 (${code}).`,
  proxy_refused: () => 'The outbound proxy (WEBHOOK_PROXY) does not connect to the receiver.',
  proxy_unreachable: () => 'The outbound proxy (WEBHOOK_PROXY) cannot be reached.',
  redirect: ({ status }: { status: number }) => `The receiver answered ${status}; redirects are not followed.`,
  status: ({ status }: { status: number }) => `The receiver answered ${status}; only 2xx is success.`,
  tls: ({ code }: Code) => `No trusted TLS connection to the receiver could be made (${code}).`,
}
