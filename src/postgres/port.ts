import { createServer } from 'node:net'

/**
 * A free TCP port of 127.0.0.1: `preferred` if it is free, so that a home keeps its address, else any. 0 prefers none.
 */
export async function findFreePort(preferred: number): Promise<number> {
  return (await probe(preferred)) ?? (await probe(0)) ?? 0
}

function probe(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', () => resolve(undefined))
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
