import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { limitAnswers } from './answer-limit.ts'

test('the parser gets an answer in small pieces, and at most 64 KiB of it', async () => {
  const server = createServer((socket) => void socket.on('error', () => {}).write(Buffer.alloc(1_000_000)))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  limitAnswers(socket)
  const pieces: number[] = []
  socket.on('readable', () => {
    for (let piece = socket.read(); piece !== null; piece = socket.read()) pieces.push(piece.length)
  })
  expect(await once(socket, 'error')).toMatchObject([{ code: 'ANSWER_TOO_LARGE' }])
  expect(Math.max(...pieces)).toBe(2_048)
  expect(pieces.reduce((sum, length) => sum + length)).toBe(65_536)
})
