// Builds the web app: npm run build. With --quiet it prints only errors, and nothing when the app is built already.
import { buildWebApp } from './index.ts'

await buildWebApp(process.argv.includes('--quiet') ? () => {} : console.log)
