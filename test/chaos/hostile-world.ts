// A process with the whole hostile world: the receivers, the name server, and a guard on the ports of every address of
// this network. The guard records the connections.
import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { startNameServer } from './hostile-names.ts'
import { type HostileReceiver, hostileReceivers } from './hostile-receivers.ts'

const [address = '', deadlineMs = ''] = process.argv.slice(2)
const guardedPorts = [80, 443, 8443]
const visited: string[] = []

async function listen(receiver: HostileReceiver): Promise<number> {
  const server = createServer((socket: Socket) => {
    socket.on('error', () => {})
    if (receiver.atOnce) receiver.answer(socket)
    else socket.once('data', () => receiver.answer(socket))
  })
  await once(server.listen(0, address), 'listening')
  return (server.address() as AddressInfo).port
}

async function guard(port: number): Promise<void> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    visited.push(String(socket.localAddress).replace('::ffff:', ''))
    socket.destroy()
  })
  await once(server.listen(port, '::'), 'listening')
}

const healthy: HostileReceiver = {
  name: 'healthy',
  answer: (socket) => void socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok'),
  words: ['delivered'],
}

process.on('message', () => process.send?.({ visited }))
process.on('disconnect', () => process.exit())
await startNameServer()
await Promise.all(guardedPorts.map(guard))
const ports = await Promise.all([healthy, ...hostileReceivers(Number(deadlineMs))].map(listen))
process.send?.({ ports })
