import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/**
 * The connection of one process to its database. It ends as kill -9 ends it: the server has got a part of the sent
 * bytes.
 */
export type Wire = {
  url: string
  /** Lets this many more messages of the process pass, then calls `kill` and lets nothing pass. */
  arm(messages: number, kill?: () => void): void
  /** Whether it has ended since it was armed. From now on nothing ends it. */
  disarm(): boolean
  /** Waits until the server has noticed the end, and lets a new process connect. */
  revive(): Promise<void>
  close(): Promise<void>
}

// After these messages, the server has changed or committed something: Execute, Query and Sync.
const counted = new Set(['E', 'Q', 'S'].map((letter) => letter.charCodeAt(0)))

export async function createWire(target: string): Promise<Wire> {
  const { hostname, port } = new URL(target)
  const pairs = new Set<{ near: Socket; far: Socket }>()
  const closing = new Set<Promise<unknown>>()
  let left = Number.POSITIVE_INFINITY
  let isDead = false
  let onDeath = () => {}

  function die(): void {
    isDead = true
    onDeath()
    for (const { near, far } of pairs) {
      closing.add(new Promise((resolve) => far.once('close', resolve)))
      far.end()
      near.destroy()
    }
  }

  /** The number of bytes that may still pass. */
  const count = (end: { type: number; at: number }[], bytes: number): number => {
    for (const { type, at } of end) {
      if (counted.has(type)) left -= 1
      if (left === 0) return at
    }
    return bytes
  }

  const server = createServer((near) => {
    near.on('error', () => {})
    if (isDead) return near.destroy()
    const far = connect(Number(port), hostname)
    far.setNoDelay()
    near.setNoDelay()
    const pair = { near, far }
    const split = createSplitter()
    pairs.add(pair)
    near.on('data', (bytes) => {
      if (isDead) return
      const passes = count(split(bytes), bytes.length)
      far.write(bytes.subarray(0, passes))
      if (left === 0) die()
    })
    far.on('data', (bytes) => void (isDead || near.write(bytes)))
    far.on('error', () => {})
    far.on('close', () => {
      pairs.delete(pair)
      near.destroy()
    })
    near.on('close', () => void (isDead || far.destroy()))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    arm(messages, kill = () => {}) {
      left = messages + 1
      onDeath = kill
    },
    disarm() {
      left = Number.POSITIVE_INFINITY
      return isDead
    },
    async revive() {
      await Promise.all(closing)
      closing.clear()
      isDead = false
    },
    async close() {
      for (const { near, far } of pairs) [near, far].map((socket) => socket.destroy())
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The ends and the types of the messages in a client's bytes. The first message of a connection has no type. */
function createSplitter(): (bytes: Buffer) => { type: number; at: number }[] {
  let header = Buffer.alloc(0)
  let awaited = 0
  let isFirst = true
  let type = 0
  return (bytes) => {
    const ends: { type: number; at: number }[] = []
    let at = 0
    while (at < bytes.length) {
      if (awaited === 0) {
        const size = isFirst ? 4 : 5
        const more = bytes.subarray(at, at + size - header.length)
        header = Buffer.concat([header, more])
        at += more.length
        if (header.length < size) break
        type = isFirst ? 0 : (header[0] ?? 0)
        awaited = header.readInt32BE(size - 4) - 4
        isFirst = false
        header = Buffer.alloc(0)
      }
      const taken = Math.min(awaited, bytes.length - at)
      at += taken
      awaited -= taken
      if (awaited === 0) ends.push({ type, at })
    }
    return ends
  }
}
