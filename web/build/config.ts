import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { schemePlugin } from './scheme.ts'
import { themePlugin } from './theme.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** How Vite builds the app, into `outDir`. Addresses are relative, so that the app can live under a path. */
export function viteConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    // What comes before a person has signed in is small, and is drawn by Preact.
    plugins: [react({ exclude: [/\/web\/sign-in\//] }), themePlugin(), schemePlugin()],
    build: {
      outDir,
      emptyOutDir: true,
      // Says what loads what: for the test of weights.
      manifest: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: { input: [`${root}index.html`, `${root}sign-in.html`] },
    },
  }
}
