import type { FunctionComponent } from 'react'
import type { Words } from '../parts/list/search.ts'
import type { shell } from '../texts/en/shell.ts'

/** The exports of a page's file. `prefetch` loads the first data of the page, by the words of the address. */
export type PageModule = { Page: FunctionComponent; prefetch?: Prefetch }
export type Prefetch = (words: Words) => void

/** A page of the app. Its code is loaded when it is first shown. */
export type PageEntry = {
  /** The path in the form of TanStack Router: `/webhooks/$id`. */
  path: string
  load(): Promise<PageModule>
  /** Without this permission, the page is neither shown nor offered. */
  permission?: string
  /** Only people who run this server see the page. */
  isForServerAdmin?: boolean
  /** Its place in the navigation, by the name of its text. */
  nav?: { group: 'work' | 'settings'; label: keyof typeof shell.pages }
}

/** Every page, in the order of the navigation. */
export const pages: readonly PageEntry[] = [
  { path: '/', load: () => import('../home/page.tsx'), nav: { group: 'work', label: 'home' } },
  {
    path: '/verifications',
    load: () => import('../verifications/page.tsx'),
    permission: 'verifications:read',
    nav: { group: 'work', label: 'verifications' },
  },
  {
    path: '/verifications/review',
    load: () => import('../verifications/review/page.tsx'),
    permission: 'verifications:read',
  },
  { path: '/verifications/$id', load: () => import('../verifications/one/page.tsx'), permission: 'verifications:read' },
  {
    path: '/agreements',
    load: () => import('../agreements/page.tsx'),
    permission: 'agreements:read',
    nav: { group: 'work', label: 'agreements' },
  },
  {
    path: '/agreements/$id',
    load: () => import('../agreements/agreement/page.tsx'),
    permission: 'agreements:read',
  },
  {
    path: '/submissions',
    load: () => import('../submissions/page.tsx'),
    permission: 'submissions:read',
    nav: { group: 'work', label: 'submissions' },
  },
  {
    path: '/submissions/bulk',
    load: () => import('../bulk-sends/page.tsx'),
    permission: 'submissions:read',
  },
  {
    path: '/submissions/$id',
    load: () => import('../submissions/submission/page.tsx'),
    permission: 'submissions:read',
  },
  {
    path: '/webhooks',
    load: () => import('../webhooks/page.tsx'),
    permission: 'webhooks:read',
    nav: { group: 'work', label: 'webhooks' },
  },
  { path: '/webhooks/$id', load: () => import('../webhooks/detail.tsx'), permission: 'webhooks:read' },
  {
    path: '/audit',
    load: () => import('../audit/page.tsx'),
    permission: 'audit:read',
    nav: { group: 'work', label: 'audit' },
  },
  {
    path: '/exports',
    load: () => import('../exports/page.tsx'),
    permission: 'organization:read',
    nav: { group: 'work', label: 'exports' },
  },
  {
    path: '/settings/integrations',
    load: () => import('../api-keys/page.tsx'),
    permission: 'api_keys:read',
    nav: { group: 'settings', label: 'integrations' },
  },
  {
    path: '/settings/api-credentials',
    load: () => import('../api-credentials/page.tsx'),
    permission: 'api_credentials:read',
    nav: { group: 'settings', label: 'apiCredentials' },
  },
  {
    path: '/settings/members',
    load: () => import('../members/page.tsx'),
    permission: 'users:read',
    nav: { group: 'settings', label: 'members' },
  },
  {
    path: '/settings/organization',
    load: () => import('../organization/page.tsx'),
    permission: 'organization:read',
    nav: { group: 'settings', label: 'organization' },
  },
  { path: '/settings/members/roles', load: () => import('../members/roles-page.tsx'), permission: 'roles:read' },
  {
    path: '/settings/profile',
    load: () => import('../profile/page.tsx'),
    nav: { group: 'settings', label: 'profile' },
  },
  {
    path: '/operator',
    load: () => import('../operator/page.tsx'),
    isForServerAdmin: true,
    nav: { group: 'settings', label: 'operator' },
  },
]
