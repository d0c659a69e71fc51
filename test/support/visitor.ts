import type { FastifyInstance } from 'fastify'

type Visit = { status: number; text: string; location: string | undefined; headers: Record<string, unknown> }

/** One browser on one link. It keeps its cookies, and the last page that it showed. */
export type Visitor = {
  cookies: Map<string, string>
  /** Opens a path: below the link at first, and below the signer after an opening. An absolute path stays as it is. */
  get(path?: string, headers?: Record<string, string>): Promise<Visit>
  /** Sends a form of the page. The given values replace the hidden values of the form. */
  post(step: string, entered?: Record<string, string>, headers?: Record<string, string>): Promise<Visit>
  /** Reports that a person sees the page, as its script does. */
  view(headers?: Record<string, string>): Promise<Visit>
}

type Request = { method: 'GET' | 'POST'; url: string; headers: Record<string, string>; payload?: string }

/** The function by which the browser reaches the server. */
type Send = (request: Request) => Promise<Visit & { setCookies: string[] }>

const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' }
const sameOrigin = { 'sec-fetch-site': 'same-origin' }

/** A new browser, which has nothing yet. */
export function newVisitor(send: Send, base: string): Visitor {
  const cookies = new Map<string, string>()
  const at = { place: base, page: '' }
  const ask = async ({ headers, ...request }: Request): Promise<Visit> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const visit = await send({ ...request, headers: { cookie, ...headers } })
    for (const [, name = '', value = ''] of visit.setCookies.map((text) => /^([^=]+)=([^;]*)/.exec(text) ?? []))
      value ? cookies.set(name, value) : cookies.delete(name)
    // From a page that only reports a fault, the browser goes back.
    const isPage = String(visit.headers['content-type']).startsWith('text/html')
    if (isPage && [200, 422].includes(visit.status)) at.page = visit.text
    return visit
  }
  // Like a browser, it shows the target of a redirection next.
  const follow = async (visit: Visit, headers: Record<string, string> = {}): Promise<Visit> => {
    if (visit.status !== 303 || !visit.location) return visit
    at.place = visit.location
    return { ...visit, text: (await ask({ method: 'GET', url: visit.location, headers })).text }
  }
  const post: Visitor['post'] = async (step, entered = {}, headers = {}) => {
    const { action, hidden } = findForm(at.page, step)
    const form = { ...formHeaders, ...(headers.origin ? {} : sameOrigin), ...headers }
    const payload = new URLSearchParams({ ...hidden, ...entered }).toString()
    return follow(
      await ask({
        method: 'POST',
        url: action ?? (step.startsWith('/') ? step : `${at.place}${step}`),
        headers: form,
        payload,
      }),
    )
  }
  return {
    cookies,
    async get(path = '', headers = {}) {
      const url = path.startsWith('/') ? path : `${at.place.split('?')[0]}${path}`
      const visit = await ask({ method: 'GET', url, headers })
      if (visit.status === 200 && String(visit.headers['content-type']).startsWith('text/html')) at.place = url
      return follow(visit, headers)
    },
    post,
    async view(headers = {}) {
      const { action = '', hidden } = findForm(at.page, 'identify')
      const form = { ...formHeaders, ...sameOrigin, ...headers }
      const payload = new URLSearchParams(hidden).toString()
      return ask({ method: 'POST', url: action.replace(/identify$/, 'view'), headers: form, payload })
    },
  }
}

/** Reaches a server that does not listen. */
export function injecting(app: FastifyInstance, remoteAddress = '127.0.0.1'): Send {
  return async (request) => {
    const reply = await app.inject({ ...request, remoteAddress })
    const setCookies = [reply.headers['set-cookie'] ?? []].flat()
    const { statusCode: status, body: text, headers } = reply
    return { status, text, location: headers.location, headers, setCookies }
  }
}

/** Reaches a server at its address, until the signal ends that. */
export function fetching(server: string, signal: AbortSignal | null = null): Send {
  return async ({ url, payload, ...request }) => {
    const reply = await fetch(`${server}${url}`, {
      ...request,
      signal,
      redirect: 'manual',
      ...(payload ? { body: payload } : {}),
    })
    const headers = Object.fromEntries(reply.headers)
    const setCookies = reply.headers.getSetCookie()
    return { status: reply.status, text: await reply.text(), location: headers.location, headers, setCookies }
  }
}

/** The target of a form of a page, and its hidden values. */
export function findForm(page: string, step: string): { action: string | undefined; hidden: Record<string, string> } {
  const forms = page.match(/<form[\s\S]*?<\/form>/g) ?? []
  const way = new RegExp(`action="([^"]*/${step})"`)
  const form = forms.find((text) => way.test(text)) ?? ''
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)]
  const hidden = Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, unescapeHtml(value)]))
  return { action: way.exec(form)?.[1], hidden }
}

function unescapeHtml(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) => (code ? String.fromCodePoint(code) : signs[name]) ?? '')
}
