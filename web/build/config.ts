import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { schemePlugin } from './scheme.ts'
import { themePlugin } from './theme.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/** Vite's configuration for the app in `outDir`. Addresses are relative, so that the app can live below a path. */
export function viteConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    // The pages before sign-in are small, and drawn by Preact.
    plugins: [react({ exclude: [/\/web\/sign-in\//] }), themePlugin(), schemePlugin()],
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
      rolldownOptions: { input: [`${root}index.html`, `${root}sign-in.html`] },
    },
  }
}
