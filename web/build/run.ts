// Builds the web app: npm run build. Says nothing when all is well and it was asked to be quiet, or when it is built already.
import { buildWebApp } from './index.ts'

await buildWebApp(process.argv.includes('--quiet') ? () => {} : console.log)
