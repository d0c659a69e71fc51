import type { Socket } from 'node:net'

/** The most bytes that are read of one answer: heads, trailers and all around the kept part. */
const limitBytes = 256 * 1_024

/** The receiver sent more than any answer needs. */
export class AnswerTooLarge extends Error {
  readonly code = 'ANSWER_TOO_LARGE'
}

/**
 * Ends a connection that has read more than the limit since its last request. The parser limits headers, but no
 * interim responses, chunk extensions and trailers, which a receiver can send without end.
 */
export function limitAnswers(socket: Socket): void {
  let [written, base] = [0, 0]
  socket.on('readable', () => {
    const read = socket.bytesRead
    if (read - base < limitBytes) return
    if (socket.bytesWritten === written) {
      socket.destroy(new AnswerTooLarge('The answer is too large.'))
      return
    }
    // There were more requests: each has its own limit.
    written = socket.bytesWritten
    base = read
  })
}
