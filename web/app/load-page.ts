import type { FunctionComponent } from 'react'

const key = 'sealane-reloaded'

/**
 * The code of a page. When it is gone, the server has become a newer one since this page was opened: the page is opened
 * again, once.
 */
export async function loadPage(
  load: () => Promise<{ Page: FunctionComponent }>,
): Promise<{ default: FunctionComponent }> {
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
