import type { FastifyReply, FastifyRequest } from 'fastify'

/** The cookie that marks a browser that shows our pages in a frame of another site. */
const framedCookie = 'sealane_framed'

/**
 * Whether a page of another site shows ours in a frame. The browser says so when it loads the frame. Our cookie says so
 * for the later requests of the frame.
 */
export function isFramed({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  if (new RegExp(`(?:^|;)\\s*${framedCookie}=1(?:;|$)`).test(headers.cookie ?? '')) return true
  return headers['sec-fetch-dest'] === 'iframe' && headers['sec-fetch-site'] === 'cross-site'
}

/**
 * The attributes of a person's cookie: scripts and other sites cannot read it. In a frame of another site, a browser
 * keeps only partitioned cookies, which belong to that pair of sites, and only over TLS or on this machine.
 */
export function guarded(request: FastifyRequest) {
  if (isFramed(request)) return { httpOnly: true, sameSite: 'none', secure: true, partitioned: true } as const
  return { httpOnly: true, sameSite: 'lax', secure: request.protocol === 'https' } as const
}

/** Sets the cookie that marks a frame. */
export function keepFramed(request: FastifyRequest, reply: FastifyReply, path: string): void {
  if (isFramed(request)) reply.setCookie(framedCookie, '1', { ...guarded(request), path })
}
