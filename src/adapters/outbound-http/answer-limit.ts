import type { Socket } from 'node:net'

/** The most bytes that are read of one answer: heads, trailers and all around the kept part. */
const limitBytes = 64 * 1_024
/** What the parser gets at once. It makes objects of all that it got before it heeds its own limits. */
const pieceBytes = 2 * 1_024

/** The receiver sent more than any answer needs. */
class AnswerTooLarge extends Error {
  readonly code = 'ANSWER_TOO_LARGE'
}

/**
 * Gives the parser an answer in pieces, and ends a connection that has brought more than the limit since its last request.
 * The parser limits headers, but no interim responses, chunk extensions and trailers, which a receiver can send without end.
 */
export function limitAnswers(socket: Socket): void {
  const read = socket.read.bind(socket)
  let [written, given] = [0, 0]
  socket.read = () => {
    if (socket.destroyed) return null
    // Each request has a limit of its own.
    if (socket.bytesWritten !== written) [written, given] = [socket.bytesWritten, 0]
    const piece = read(Math.min(socket.readableLength, pieceBytes) || undefined)
    given += piece?.length ?? 0
    if (given <= limitBytes) return piece
    socket.destroy(new AnswerTooLarge('The answer is too large.'))
    return null
  }
}
