// The smallest server of this kind: Node, Fastify, one route.
import Fastify from 'fastify'

const app = Fastify()
app.get('/health', async () => ({ status: 'ok' }))
await app.listen({ port: 0, host: '127.0.0.1' })
console.log('listening')
