import type { BrowserContext, BrowserContextOptions, ConsoleMessage, Page, Request, WebError } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import type { Context } from '../../src/core/context.ts'
import type { Id } from '../../src/core/ids.ts'
import { faces } from '../../src/faces.ts'
import { createServer } from '../../src/http/server.ts'
import { desktop, phone } from './browser.ts'
import { type Seat, takeSeat } from './browser-contexts.ts'
import { dependencies } from './jsonapi-server.ts'
import { newOperator } from './operator.ts'
import { newContext } from './organization.ts'
import { newPerson, newSessionCookie, type Person } from './people.ts'
import { builtWebApp } from './web-app.ts'

// Built before the clock of the first test starts.
const webFolder = await builtWebApp()

let origin: Promise<string> | undefined

/** The origin of the one server of this worker, with the built app: `http://localhost:<port>`. */
export function listenWithApp(): Promise<string> {
  origin ??= startServer()
  return origin
}

async function startServer(): Promise<string> {
  const { operator } = newOperator()
  const served = { ...dependencies, operator, webFolder }
  const server = await createServer(served, faces, { trustedProxies: [] })
  await server.listen({ port: 0, host: '127.0.0.1' })
  const address = server.server.address()
  return `http://localhost:${address !== null && typeof address === 'object' ? address.port : 0}`
}

type Opened = Pick<Seat, 'context' | 'openTab'> & { page: Page; url: string; watch: Watch }

/** For the main journeys, which run with motion, as most people see them. */
export const moving = { reducedMotion: 'no-preference' } as const

/** A page of a separate browser. It is closed after the test, which then fails on the findings of `watch`. */
export function openPage(options: BrowserContextOptions = {}): Promise<Opened> {
  return openBeside('/verify', options)
}

/** The same, for somebody who signs: a page of the ceremony. */
export function openSignersPage(options: BrowserContextOptions = { viewport: phone, isMobile: true, hasTouch: true }) {
  return openBeside('/agree/embed.js', options)
}

// Beside a page of another opener policy a tab has a process of its own, and is loaded cold: the app and the ceremony
// have different ones.
async function openBeside(home: string, options: BrowserContextOptions): Promise<Opened> {
  const url = await listenWithApp()
  // Most tests look at the contents of pages and not at their motion. The main journeys (`moving`) and
  // every-page.test.ts run with motion.
  const all = { viewport: desktop, locale: 'en-GB', reducedMotion: 'reduce' as const, ...options }
  const { context, openTab, leave } = await takeSeat(all, url + home)
  const watch = watchPages(context, url)
  onTestFinished(async () => {
    await leave()
    watch.end()
    expect(watch.noticed()).toEqual([])
  })
  return { page: await openTab(), openTab, url, context, watch }
}

type Find = (ctx: Context, person: Person) => Promise<string>

/**
 * A new organization, a person with a role in it, and their signed-in browser at a page of the app. `path` is its path,
 * or a function that first fills the organization and returns the path.
 */
export async function openApp(path: string | Find, options: { role?: string } & BrowserContextOptions = {}) {
  const { role = 'admin', ...rest } = options
  const ctx = await newContext({ now: new Date() })
  const person = await newPerson(ctx.organizationId, { role })
  const opened = await openAppAs(person, rest)
  const found = typeof path === 'string' ? path : await path(ctx, person)
  await opened.page.goto(opened.url + found)
  return { ...opened, ctx, person }
}

/** The browser of a signed-in person, who has not opened a page yet. */
export async function openAppAs({ id }: { id: Id }, options: BrowserContextOptions = {}): Promise<Opened> {
  const opened = await openPage(options)
  await enterAs(opened, { id })
  return opened
}

/** From now on the browser is signed in as another person. */
export async function enterAs({ context, url }: Pick<Opened, 'context' | 'url'>, { id }: { id: Id }): Promise<void> {
  await context.addCookies([{ ...(await newSessionCookie(id)), url, httpOnly: true }])
}

/** Goes to another page of the app, as a link does, without loading anything again. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(`document.querySelector('h1')?.setAttribute('data-left', '')`)
  await page.evaluate(`history.pushState({}, '', '${path}')`)
  await page.locator('h1:not([data-left])').waitFor()
}

type Watch = {
  /** The acts that no page may do: write an error to the console, fail with one, or ask another host. */
  noticed(): string[]
  /** The browser itself writes refused requests to the console. Requests with this status are meant to be refused. */
  expectStatus(status: number): void
  /** From now on the pages belong to another person. */
  end(): void
}

function watchPages(context: BrowserContext, url: string): Watch {
  const noticed: string[] = []
  const expected: string[] = []
  const heedMessage = (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') noticed.push(message.text())
  }
  const heedError = (error: WebError) => void noticed.push(String(error.error()))
  const heedRequest = (request: Request) => {
    if (/^(https?|wss?):/.test(request.url()) && !request.url().startsWith(`${url}/`)) noticed.push(request.url())
  }
  context.on('console', heedMessage).on('weberror', heedError).on('request', heedRequest)
  return {
    end: () => void context.off('console', heedMessage).off('weberror', heedError).off('request', heedRequest),
    noticed: () => noticed.filter((line) => !expected.some((words) => line.includes(words))),
    expectStatus: (status) => void expected.push(`status of ${status}`),
  }
}
