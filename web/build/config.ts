import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import type { InlineConfig } from 'vite'
import { compileHintsPlugin } from './compile-hints.ts'
import { framePlugin } from './frame.ts'
import { mantineStylesPlugin } from './mantine-styles.ts'
import { schemePlugin } from './scheme.ts'
import { sharedFiles } from './shared-files.ts'
import { themePlugin } from './theme.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

/**
 * The settings by which Vite builds the app into `outDir`. Addresses are relative, so that the app can be below a path.
 */
export function viteConfig(outDir: string): InlineConfig {
  return {
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    // Pages for people without an account are small, and Preact draws them.
    plugins: [
      framePlugin(),
      react({ exclude: [/\/web\/(sign-in|verify)\//] }),
      mantineStylesPlugin(),
      themePlugin(),
      schemePlugin(),
      compileHintsPlugin(['index', 'shared']),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      // Writes a list of the files that each file loads, for the test of weights.
      manifest: true,
      target: 'es2023',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        input: ['index', 'sign-in', 'verify'].map((name) => `${root}${name}.html`),
        output: { codeSplitting: { groups: sharedFiles } },
      },
    },
  }
}
