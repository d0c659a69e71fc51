import type { Sentence } from '../texts/index.ts'

/** The operator's views and actions over the server. app.ts builds it from the parts of the product. */
export type Operator = {
  version: string
  /** Whether there is a mail server. Without one, messages stay in the outbox. */
  sendsMail: boolean
  /** The findings of doctor: the check, the fault, and the command that repairs it. */
  diagnose(now: Date): Promise<{ about: string; says: Sentence; mend?: string }[]>
  /** Queues by name. `oldestSeconds` is the time since the oldest entry became due, if it is known. */
  readQueues(): Promise<{ name: string; waiting: number; oldestSeconds: number | null }[]>
  jobs: {
    list(): Promise<OperatorJob[]>
    retry(id: string): Promise<boolean>
    discard(id: string): Promise<boolean>
  }
  /** Messages that were written without a mail server. */
  outbox: {
    list(): Promise<KeptMessage[]>
    discard(id: string): Promise<boolean>
    /**
     * Sends one message to the mail server, and removes it from the outbox. Returns the reason of a failure, or null.
     */
    resend(id: string): Promise<string | null>
  }
  /** Sends a message to an address. Returns the reason of a failure, or null. */
  sendTestMail(address: string): Promise<string | null>
  /** The free and the total space of the home's disk, in bytes. */
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
