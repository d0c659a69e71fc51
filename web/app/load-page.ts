import type { FunctionComponent } from 'react'
import type { PageModule } from './pages.ts'

const key = 'sealane-reloaded'

/**
 * Loads the code of a page. When it is gone, a newer server runs since this page was opened, so the page is loaded
 * again, once.
 */
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
