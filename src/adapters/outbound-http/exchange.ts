import type { Dispatcher } from 'undici'
import type { SendResult } from '../../core/webhooks/index.ts'
import type { Deadline } from './deadlines.ts'

/** The greatest number of bytes of an answer that are kept. */
const keptBytes = 16 * 1_024

type Post = { path: string; headers: Record<string, string>; body: Buffer }
type Answer = Extract<SendResult, { kind: 'answer' }>

// The errors of a POST that got no byte of an answer.
const unanswered = new WeakSet<Error>()

/**
 * Whether a POST may be sent again at once: it got no byte of an answer on a connection that had brought answers
 * before, so the receiver closed it while idle.
 */
export function isClosedWhileIdle(error: unknown, isUsedBefore: (error: Error) => boolean): boolean {
  if (!(error instanceof Error) || !unanswered.has(error) || !('code' in error)) return false
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(String(error.code)) && isUsedBefore(error)
}

/**
 * Sends one POST and reads its answer to the end or to the cap. Then the connection is kept or cut. Rejects when the
 * deadline is over or the connection breaks. Uses undici's handlers, because its streams and promises double the cost
 * of a request.
 */
export function exchange(dispatcher: Dispatcher, post: Post, deadline: Deadline): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let hasBegun = false
    let head: Pick<Answer, 'status' | 'headers'> | undefined
    let controller: Dispatcher.DispatchController | undefined

    function settle(): void {
      if (!head) {
        reject(new Error('The answer ended before it began.'))
        return
      }
      const [first = Buffer.alloc(0)] = chunks
      const body = chunks.length > 1 ? Buffer.concat(chunks) : first
      resolve({ kind: 'answer', ...head, body: body.subarray(0, keptBytes) })
    }

    dispatcher.dispatch(
      { method: 'POST', ...post },
      {
        onRequestStart(given) {
          controller = given
          if (deadline.isOver) given.abort(new Error('The deadline is over.'))
        },
        onResponseStart(_given, status, headers) {
          hasBegun = true
          if (status >= 200) head = { status, headers }
        },
        onResponseData(given, chunk) {
          // Copied, because the chunk is a view of a much larger buffer of the socket.
          chunks.push(Buffer.from(chunk))
          size += chunk.length
          if (size < keptBytes) return
          settle()
          given.abort(new Error('The rest of the answer is not wanted.'))
        },
        onResponseEnd: settle,
        onResponseError(_given, error) {
          if (!hasBegun) unanswered.add(error)
          reject(error)
        },
      },
    )
    deadline.onOver(() => {
      const over = new Error('The deadline is over.')
      reject(over)
      controller?.abort(over)
    })
  })
}
