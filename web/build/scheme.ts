import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { shortHash } from './hash.ts'

/**
 * Inserts the script that chooses between light and dark before the rest of a page. It is a file, because no script may
 * be inline.
 */
export function schemePlugin(): Plugin {
  const source = readFileSync(new URL('../app/scheme.js', import.meta.url), 'utf8')
  const fileName = `assets/scheme-${shortHash(source)}.js`
  return {
    name: 'sealane-scheme',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source })
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => [
        bundle
          ? { tag: 'script', attrs: { src: `./${fileName}` }, injectTo: 'head-prepend' }
          : { tag: 'script', children: source, injectTo: 'head-prepend' },
      ],
    },
  }
}
