// JavaScript, like the main program, because for a first file in TypeScript Node would load its compiler at each start.
import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

enableCompileCache(fileURLToPath(new URL('../../../node_modules/.cache/sealane', import.meta.url)))
await import('./process.ts')
