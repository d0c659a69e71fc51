import type { FunctionComponent } from 'react'
import type { PageModule } from './pages.ts'

const key = 'sealane-reloaded'

/** Loads the code of a page. If the code is gone, the server is newer than this page, so the page reloads once. */
export async function loadPage(load: () => Promise<PageModule>): Promise<{ default: FunctionComponent }> {
  try {
    const { Page } = await load()
    sessionStorage.removeItem(key)
    return { default: Page }
  } catch (error) {
    if (sessionStorage.getItem(key) !== null) throw error
    sessionStorage.setItem(key, '1')
    location.reload()
    return new Promise(() => {})
  }
}
