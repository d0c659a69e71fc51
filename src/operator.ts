import { readFileSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { deliver } from './adapters/mail/index.ts'
import { discardKept, listKept, readKept, sendKept } from './adapters/mail/outbox.ts'
import type { Config } from './config.ts'
import type { Operator } from './http/operator.ts'
import type { Backlog } from './metrics/backlog.ts'
import type { FailedJobs } from './store.ts'

type Parts = {
  failedJobs: FailedJobs
  readBacklog(): Promise<Backlog>
}

/** The operator's access to mail: the stored messages of a server without SMTP, and the test message. */
export type Mailbox = Pick<Operator, 'outbox' | 'sendTestMail'>

/** The mailbox of a server with these settings. */
export function createMailbox(config: Config): Mailbox {
  const folder = join(config.home, 'mail')
  const { smtpUrl, mailFrom: from } = config
  return {
    outbox: {
      list: () => listKept(folder),
      discard: (id) => discardKept(folder, id),
      async resend(id) {
        const message = await readKept(folder, id)
        if (!message) return 'it was deleted.'
        if (smtpUrl === null) return 'SMTP_URL is not set.'
        const refusal = await whyNot(() => sendKept(smtpUrl, message))
        if (refusal === null) await discardKept(folder, id)
        return refusal
      },
    },
    sendTestMail: (address) =>
      whyNot(() => {
        const text = 'This is a test message. Sealane can send mail.'
        return deliver({ smtpUrl, from, folder }, { to: [address], subject: 'Sealane can send mail', text })
      }),
  }
}

/** What the operator of the server can see and do in the web app. */
export function createOperator(config: Config, { failedJobs, readBacklog }: Parts): Operator {
  return {
    ...createMailbox(config),
    version: readVersion(),
    sendsMail: config.smtpUrl !== null,
    // Doctor imports every part, so it is loaded on demand.
    diagnose: async (now) => (await import('./diagnosis.ts')).diagnose(config, now),
    async readQueues() {
      const { deliveries, oldestDueSeconds, circuitsOpen, jobs, unsealed } = await readBacklog()
      const counted = (area: string, counts: Record<string, number>) =>
        Object.entries(counts).map(([name, waiting]) => ({
          name: `${area}-${name.replaceAll('_', '-')}`,
          waiting,
          oldestSeconds: name === 'due' ? Math.round(oldestDueSeconds) : null,
        }))
      const resting = { name: 'webhooks-resting', waiting: circuitsOpen, oldestSeconds: null }
      const unproved = { name: 'submissions-unsealed', waiting: unsealed, oldestSeconds: null }
      return [...counted('deliveries', deliveries), resting, ...counted('jobs', jobs), unproved]
    },
    jobs: failedJobs,
    async readDisk() {
      const { bavail, blocks, bsize } = await statfs(config.home).catch(() => statfs(dirname(config.home)))
      return { free: bavail * bsize, whole: blocks * bsize }
    },
  }
}

async function whyNot(work: () => Promise<void>): Promise<string | null> {
  try {
    await work()
    return null
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))
  return String(Object(manifest).version)
}
