import { type Failures, type HealthWord, type Letter, sayBy } from '../speech.ts'
import { attempts } from './attempts.ts'

const subjects: Record<HealthWord, string> = {
  failing: 'A webhook does not answer',
  warned: 'A webhook will be switched off in a day',
  disabled: 'A webhook was switched off',
  recovered: 'A webhook answers again',
}

const openings: Record<HealthWord, string> = {
  failing: 'Deliveries to this webhook fail. They are tried again for more than three days; nothing is lost.',
  warned: 'Deliveries to this webhook have failed for four days. After five days it is switched off.',
  disabled: 'This webhook is off. Events are still recorded, and you can send them once the webhook is on again.',
  recovered: 'Deliveries to this webhook succeed again.',
}

function describeFailures({ cause, count, since, waiting, next, excerpt }: Failures): string[] {
  return [
    `Cause:    ${cause ? sayBy(attempts, cause) : 'unknown'}`,
    `Failures: ${count} in a row${since ? `, since ${since}` : ''}`,
    `Waiting:  ${waiting} deliveries${next ? `, the next try is at ${next}` : ''}`,
    ...(excerpt.length > 0 ? ['', 'The last answer of the receiver began with:', ...excerpt] : []),
  ]
}

type SignerInvitation = {
  quoted: readonly string[]
  title: string
  url: string
  until: string
  /** Whether they are asked to approve instead of to sign. */
  approves: boolean
  /** Whether this is a reminder. */
  again: boolean
}
type SignerCopy = { quoted: readonly string[]; title: string; page: string; isAttached: boolean }
type SignerEnd = { quoted: readonly string[]; title: string }

const declined = { subject: 'Declined', line: 'Somebody declined.' }
const voided = { subject: 'Called back', line: 'The sender called this agreement back.' }
const expired = { subject: 'Expired', line: 'The time to sign is over.' }

function writeEnd({ subject, line }: typeof declined, { quoted, title }: SignerEnd): Letter {
  return {
    subject: `${subject}: ${title}`,
    lines: [
      `${line} “${title}” has ended for everybody who takes part. The sender uses this name:`,
      '',
      ...quoted,
      '',
      'There is no finished document, and you have nothing more to do. If you think that this is wrong, ask the sender.',
    ],
  }
}

/** The mails, by code. */
export const letters = {
  ask_recipient: ({ quoted, url }: { quoted: readonly string[]; url: string }): Letter => ({
    subject: 'Do you want mails about a failing webhook?',
    lines: [
      'An organization on Sealane wants to tell you by mail when one of its webhooks fails. It uses this name:',
      '',
      ...quoted,
      '',
      'We send you these mails only if you confirm. Confirm or refuse here:',
      url,
      '',
      'If you do nothing, we send you nothing.',
    ],
  }),
  code: ({ code, title, page }: { code: string; title: string; page: string }): Letter => ({
    subject: `${code} is your code for “${title}”`,
    lines: [
      `Your code for the agreement “${title}” is:`,
      '',
      `    ${code}`,
      '',
      'Type it on the page that asked for it. It works for 15 minutes. Nobody will ask you for it by phone or by mail.',
      'If you did not ask for a code, do nothing. Without the code, nobody can open the agreement.',
      '',
      `The page: ${page}`,
    ],
  }),
  invitation: ({ quoted, url, until }: { quoted: readonly string[]; url: string; until: string }): Letter => ({
    subject: 'You are invited to join an organization',
    lines: [
      'You are invited to join an organization on Sealane. It uses this name:',
      '',
      ...quoted,
      '',
      'You become a member only if you accept. Read more, and accept or decline:',
      url,
      '',
      `The invitation ends on ${until}. Do not pass it on: any person who opens it can answer for you.`,
      'If you did not expect an invitation, do nothing, or decline.',
    ],
  }),
  signer_invitation: ({ quoted, title, url, until, approves, again }: SignerInvitation): Letter => ({
    subject: `${again ? 'Still waiting for you' : approves ? 'Please approve' : 'Please sign'}: ${title}`,
    lines: [
      approves
        ? `You are asked to read and approve “${title}”. The sender uses this name:`
        : `You are asked to read and sign “${title}”. The sender uses this name:`,
      '',
      ...quoted,
      '',
      approves
        ? 'Read it first. You approve nothing before you press the button. You can also refuse there:'
        : 'Read it first. You sign nothing before you press the button. You can also decline there:',
      url,
      '',
      `This link is for you alone. It works once, until ${until}. Do not pass it on.`,
      ...(again ? ['It replaces the link that we sent you before.'] : []),
      'If you did not expect this mail, do nothing.',
    ],
  }),
  signer_declined: (given: SignerEnd): Letter => writeEnd(declined, given),
  signer_voided: (given: SignerEnd): Letter => writeEnd(voided, given),
  signer_expired: (given: SignerEnd): Letter => writeEnd(expired, given),
  signer_copy: ({ quoted, title, page, isAttached }: SignerCopy): Letter => ({
    subject: `Complete: ${title}`,
    lines: [
      `“${title}” is complete: everybody has done their part. The sender uses this name:`,
      '',
      ...quoted,
      '',
      isAttached
        ? 'The finished document is attached to this mail. Keep it.'
        : 'The finished document is too large for a mail. Download it, and keep it.',
      'You can download it here at any time. We then mail you a code, to check that it is you:',
      page,
    ],
  }),
  job_set_aside: ({
    server,
    id,
    task,
    error,
  }: {
    server: string
    id: string
    task: string
    error: string
  }): Letter => ({
    subject: `Sealane set the job ${task} aside`,
    lines: [
      `A job of the Sealane server at ${server} ended its process twice. Sealane has set the job aside and does not try it again. The work of the job is not done.`,
      '',
      `Job ${id}, ${task}: ${error}`,
      '',
      'List these jobs:  npm run -s sealane -- jobs list',
      '',
      `Try it once more, in a process of its own:  npm run -s sealane -- jobs retry ${id}`,
      '',
      `Discard it:  npm run -s sealane -- jobs discard ${id}`,
    ],
  }),
  documents_unsealed: ({ server, count, why }: { server: string; count: number; why: string | null }): Letter => ({
    subject: `Sealane cannot seal: ${count} signed ${count === 1 ? 'agreement waits' : 'agreements wait'}`,
    lines: [
      `On the Sealane server at ${server}, everybody signed ${count === 1 ? 'an agreement' : `${count} agreements`} more than five minutes ago, but the document is not sealed. Nothing is lost: Sealane tries again every five minutes.`,
      '',
      why === null
        ? 'A test seal worked just now. Look at the jobs that failed.'
        : `A test seal failed just now: ${why}`,
      '',
      'Show the certificates of the seal, and make a test seal:  npm run -s sealane -- seal status',
      '',
      'Find what to mend:  npm run -s sealane -- doctor',
      '',
      'List the jobs that failed:  npm run -s sealane -- jobs list',
    ],
  }),
  password_reset: ({ url }: { url: string }): Letter => ({
    subject: 'Set a new password',
    lines: [
      'Somebody, most likely you, asked for a new password on Sealane. Set it here:',
      url,
      '',
      'The link works once, for an hour. Afterwards you are signed out everywhere.',
      'If you did not ask for it, do nothing: your password stays.',
    ],
  }),
  welcome: ({ url }: { url: string }): Letter => ({
    subject: 'Sealane is set up',
    lines: ['Your Sealane is set up, and this mail proves that it can send mail.', '', 'Sign in here:', url],
  }),
  webhook_health: (given: {
    state: HealthWord
    host: string
    id: string
    url: string
    page: string
    failures: Failures | null
  }): Letter => ({
    subject: `${subjects[given.state]}: ${given.host}`,
    lines: [
      openings[given.state],
      '',
      `Webhook:  ${given.id}`,
      `URL:      ${given.url}`,
      ...(given.failures ? describeFailures(given.failures) : []),
      '',
      `How to list the undelivered events, and send them again:\n${given.page}`,
    ],
  }),
}
