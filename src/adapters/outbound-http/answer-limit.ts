import type { Socket } from 'node:net'

/** What is read of one answer at most, in bytes: heads, trailers and all that surrounds the part that is kept. */
const limitBytes = 256 * 1_024

/** The receiver sent more than any answer needs. */
export class AnswerTooLarge extends Error {
  readonly code = 'ANSWER_TOO_LARGE'
}

/**
 * Ends the connection when more than the limit is read since the last request was written to it. The parser has limits
 * for headers, but none for interim responses, chunk extensions and trailers, which a receiver can send for ever.
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
    // There were requests since: each has its own limit.
    written = socket.bytesWritten
    base = read
  })
}
