import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../', import.meta.url))

const head = `#!/usr/bin/env node
// Proves a document that Sealane has sealed, offline. Any Node from 20 on runs it, with nothing installed:
//   node sealane-verify.mjs FILE --trust TRUST.json [--json] [--language en|fr]
// Made of verifier/ in the sources of Sealane (Apache-2.0). To write it anew: npm run generate
`

/** The verifier as one file that needs nothing else. */
export async function renderVerifier(): Promise<string> {
  const result = await build({
    configFile: false,
    root,
    logLevel: 'warn',
    build: {
      ssr: true,
      write: false,
      minify: false,
      target: 'node20',
      rolldownOptions: { input: `${root}verifier/cli/main.ts`, output: { codeSplitting: false } },
    },
  })
  const [written] = [result].flat()
  const [chunk] = written && 'output' in written ? written.output : []
  if (chunk?.type !== 'chunk') throw new Error('The verifier was not built.')
  return head + chunk.code.replace(/^\/\/#(end)?region.*\n/gm, '')
}
