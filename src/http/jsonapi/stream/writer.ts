import { Readable } from 'node:stream'
import { heartbeat, message } from './messages.ts'

const heartbeatMs = 15_000
/** A client with this many unread bytes is cut off. It connects again with the id of its last message. */
const mostWaitingBytes = 1_048_576

/** The reply of one stream. Each message is sent at once. */
export type Writer = {
  readable: Readable
  write(text: string): void
  /** Sends the reason of the end, and ends the reply. */
  end(why: string): void
  isOpen(): boolean
  onClose(work: () => void): void
}

/** Makes a reply without an end, with a heartbeat in quiet times. It ends when `end` is called or the client leaves. */
export function createWriter(): Writer {
  const readable = new Readable({ read() {} })
  let isOpen = true
  const write = (text: string) => {
    if (!isOpen || text === '') return
    readable.push(text)
    if (readable.readableLength > mostWaitingBytes) readable.destroy()
  }
  const timer = setInterval(() => write(heartbeat), heartbeatMs)
  readable.on('close', () => {
    isOpen = false
    clearInterval(timer)
  })
  return {
    readable,
    write,
    end(why) {
      write(message('end', { why }))
      if (isOpen) readable.push(null)
      isOpen = false
    },
    isOpen: () => isOpen,
    onClose: (work) => void readable.on('close', work),
  }
}
