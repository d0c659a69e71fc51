import type { Sentence } from '../texts/index.ts'

/** What the operator of the server can look at and do; app.ts makes it of the parts that know. */
export type Operator = {
  version: string
  /** Whether there is a mail server; without one, messages lie in the outbox. */
  sendsMail: boolean
  /** What doctor finds: what was tried, what is wrong, and the command that mends it. */
  diagnose(now: Date): Promise<{ about: string; says: Sentence; mend?: string }[]>
  /** Queues by name. `oldestSeconds` is for how long the oldest entry has been due, where that is known. */
  readQueues(): Promise<{ name: string; waiting: number; oldestSeconds: number | null }[]>
  jobs: {
    list(): Promise<OperatorJob[]>
    retry(id: string): Promise<boolean>
    discard(id: string): Promise<boolean>
  }
  /** Messages that were written where there was no mail server. */
  outbox: {
    list(): Promise<KeptMessage[]>
    discard(id: string): Promise<boolean>
    /** Hands one to the mail server, and takes it out of the outbox. Answers why not, or null. */
    resend(id: string): Promise<string | null>
  }
  /** Sends a message to an address. Answers why that failed, or null. */
  sendTestMail(address: string): Promise<string | null>
  /** Free and whole room of the disk that the home is on, in bytes. */
  readDisk(): Promise<{ free: number; whole: number }>
}

type OperatorJob = {
  id: string
  task: string
  organizationId: string | null
  attempts: number
  isSetAside: boolean
  failedAt: Date
  error: string
}

type KeptMessage = { id: string; to: string; subject: string; text: string; writtenAt: Date }
