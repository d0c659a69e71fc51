import type { FastifyReply, FastifyRequest } from 'fastify'

/** The cookie that says that its browser shows our pages in a frame of another site. */
const framedCookie = 'sealane_framed'

/**
 * Whether a page of another site shows ours in a frame: a browser says so when it loads the frame, and our cookie says so of
 * all that the frame asks for afterwards.
 */
export function isFramed({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  if (new RegExp(`(?:^|;)\\s*${framedCookie}=1(?:;|$)`).test(headers.cookie ?? '')) return true
  return headers['sec-fetch-dest'] === 'iframe' && headers['sec-fetch-site'] === 'cross-site'
}

/**
 * How a cookie of a person is guarded: out of reach of scripts and of other sites. In a frame of another site a browser
 * keeps only cookies that belong to that pair of sites alone (partitioned cookies), and only over TLS or on this machine.
 */
export function guarded(request: FastifyRequest) {
  if (isFramed(request)) return { httpOnly: true, sameSite: 'none', secure: true, partitioned: true } as const
  return { httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const
}

/** Remembers in a frame that it is one. */
export function keepFramed(request: FastifyRequest, reply: FastifyReply, path: string): void {
  if (isFramed(request)) reply.setCookie(framedCookie, '1', { ...guarded(request), path })
}
