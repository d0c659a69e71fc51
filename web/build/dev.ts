// Serves the app from its sources, and everything else from a running server:
// npm run web [-- http://localhost:3000]
import { createServer, type Plugin } from 'vite'
import { viteConfig } from './config.ts'
import { distFolder } from './stamp.ts'

const target = process.argv[2] ?? 'http://localhost:3000'
const apiPaths = ['/v1', '/v2', '/auth', '/agree', '/join']

/** Serves the addresses for people without an account with their own pages. */
const entrance: Plugin = {
  name: 'sealane-entrance',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _reply, next) => {
      if (/^\/(sign-in|set-up)(?=[/?]|$)/.test(request.url ?? '') && !/\.\w+(\?|$)/.test(request.url ?? '')) {
        request.url = '/sign-in.html'
      }
      if (/^\/verify(?=\?|$)/.test(request.url ?? '')) request.url = '/verify.html'
      next()
    })
  },
}

const config = viteConfig(distFolder)
const server = await createServer({
  ...config,
  base: '/',
  logLevel: 'info',
  plugins: [config.plugins, entrance],
  server: { port: 5173, proxy: Object.fromEntries(apiPaths.map((path) => [path, { target }])) },
})
await server.listen()
server.printUrls()
