import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { compileHintsPlugin } from './compile-hints.ts'
import { framePlugin } from './frame.ts'
import { schemePlugin } from './scheme.ts'
import { themePlugin } from './theme.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

// What the pages with lists are made of comes in one file rather than in twenty, each with a request of its own.
const list =
  /web\/parts\/(list\/|row-link|time|clock|relative-time|status-badge|save-file|error-note|empty-state|copy-field|page-head)|react-virtual|virtual-core|@mantine\/core\/.*\/(TextInput|NativeSelect|InputBase|Input|Paper|Button)\//

function partsOf(id: string): string | null {
  return list.test(id) && !/save-view|views\.tsx/.test(id) ? 'shared' : null
}

/** How Vite builds the app, into `outDir`. Addresses are relative, so that the app can live under a path. */
export function viteConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    // What needs no account is small, and is drawn by Preact.
    plugins: [
      framePlugin(),
      react({ exclude: [/\/web\/(sign-in|verify)\//] }),
      themePlugin(),
      schemePlugin(),
      compileHintsPlugin(['index', 'shared']),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      // Writes which file loads which, for the test of weights.
      manifest: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: ['index', 'sign-in', 'verify'].map((name) => `${root}${name}.html`),
        output: { codeSplitting: { groups: [{ name: partsOf, debugName: 'shared', minSize: 0 }] } },
      },
    },
  }
}
