import { createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { lazy } from 'react'
import { Guard } from '../parts/guard.tsx'
import type { Words } from '../parts/list/search.ts'
import { queryClient } from './api.ts'
import { ErrorPage } from './error-page.tsx'
import { loadPage } from './load-page.ts'
import { NotFoundPage } from './not-found.tsx'
import { type PageEntry, pages } from './pages.ts'
import { basepath } from './place.ts'
import { maySee, sessionQuery } from './session.ts'
import { Shell } from './shell/shell.tsx'

const root = createRootRoute({
  component: Shell,
  notFoundComponent: NotFoundPage,
  validateSearch: (search: Record<string, string | undefined>) => search,
})

// The router loads the code of a page by `preload` when the pointer reaches a link to the page.
function createPage(entry: PageEntry) {
  const { path, load } = entry
  const Page = lazy(() => loadPage(load))
  const component = () => (
    <Guard page={entry}>
      <Page />
    </Guard>
  )
  const preload = () => load().then(() => {})
  const loader = ({ location }: { location: { search: Words } }) => void prefetch(entry, location.search)
  return createRoute({ getParentRoute: () => root, path, loader, component: Object.assign(component, { preload }) })
}

// Loads the first data of a page while the frame is drawn, or while the pointer is on a link to the page.
async function prefetch(entry: PageEntry, words: Words): Promise<void> {
  const [session, page] = await Promise.all([queryClient.ensureQueryData(sessionQuery), entry.load()]).catch(() => [])
  if (session && maySee(session, entry)) page?.prefetch?.(words)
}

/** The pages of the app by address. The query is plain text: `?status=completed`. */
export const router = createRouter({
  routeTree: root.addChildren(pages.map(createPage)),
  basepath,
  defaultPreload: 'intent',
  defaultErrorComponent: ErrorPage,
  scrollRestoration: true,
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search) => {
    const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== '')
    return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
