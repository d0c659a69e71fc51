import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const file = new URL('./frame.html', import.meta.url)

/** Inserts the title and the script of each page into the frame of all pages. A page's file has nothing else. */
export function framePlugin(): Plugin {
  return {
    name: 'sealane-frame',
    transformIndexHtml: { order: 'pre', handler: frame },
  }
}

function frame(page: string): string {
  const [, title, script] = /^(<title>.*<\/title>)\n(<script .*<\/script>)\n$/.exec(page) ?? []
  if (title === undefined || script === undefined) throw new Error('A page of the web app is a title and a script.')
  return readFileSync(file, 'utf8')
    .replace('<!-- title -->', () => title)
    .replace('<!-- script -->', () => script)
}
