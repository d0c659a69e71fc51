import type { Socket } from 'node:net'

/** The greatest number of bytes that are read of one answer, with its heads and trailers. */
const limitBytes = 64 * 1_024
/**
 * The parser gets this many bytes at once, because it makes objects of all of them before it applies its own limits.
 */
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
