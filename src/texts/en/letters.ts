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
  disabled: 'This webhook is off. Events are still recorded for it, and can be sent once it is on again.',
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

const declined = { subject: 'Not agreed', line: 'Somebody did not agree.' }
const voided = { subject: 'Called back', line: 'Whoever sent it has called it back.' }
const expired = { subject: 'Out of time', line: 'The time for it has run out.' }

function writeEnd({ subject, line }: typeof declined, { quoted, title }: SignerEnd): Letter {
  return {
    subject: `${subject}: ${title}`,
    lines: [
      `${line} “${title}” is over for everybody who takes part. It was sent by who calls themselves:`,
      '',
      ...quoted,
      '',
      'No document comes of it, and there is nothing left to do. If you think that this is not right, ask whoever sent it.',
    ],
  }
}

/** The mails, by code. */
export const letters = {
  ask_recipient: ({ quoted, url }: { quoted: readonly string[]; url: string }): Letter => ({
    subject: 'May mails about a failing webhook go to you?',
    lines: [
      'An organization on Sealane wants to tell you by mail when one of its webhooks fails. It calls itself:',
      '',
      ...quoted,
      '',
      'No such mail comes unless you confirm. Confirm, or say no, here:',
      url,
      '',
      'If you do nothing, nothing comes.',
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
      'If you did not ask for a code, do nothing: without it nobody gets in.',
      '',
      `The page: ${page}`,
    ],
  }),
  invitation: ({ quoted, url, until }: { quoted: readonly string[]; url: string; until: string }): Letter => ({
    subject: 'You are invited to join an organization',
    lines: [
      'You are invited to join an organization on Sealane. It calls itself:',
      '',
      ...quoted,
      '',
      'You are not a member unless you accept. Read more, and accept or decline:',
      url,
      '',
      `The invitation ends on ${until}. Whoever opens it can answer for you: do not pass it on.`,
      'If you expected none, do nothing, or decline.',
    ],
  }),
  signer_invitation: ({ quoted, title, url, until, approves, again }: SignerInvitation): Letter => ({
    subject: `${again ? 'Still waiting for you' : approves ? 'Please approve' : 'Please sign'}: ${title}`,
    lines: [
      approves
        ? `You are asked to read “${title}” and to agree with it. Whoever asks calls themselves:`
        : `You are asked to read and sign “${title}”. Whoever asks calls themselves:`,
      '',
      ...quoted,
      '',
      approves
        ? 'Read it first; nothing is approved before you say so. You can also refuse there:'
        : 'Read it first; nothing is signed before you say so. You can also decline there:',
      url,
      '',
      `This way in is yours alone and works once, until ${until}. Do not pass it on.`,
      ...(again ? ['It takes the place of the one that you were sent before.'] : []),
      'If you know nothing of this, do nothing.',
    ],
  }),
  signer_declined: (given: SignerEnd): Letter => writeEnd(declined, given),
  signer_voided: (given: SignerEnd): Letter => writeEnd(voided, given),
  signer_expired: (given: SignerEnd): Letter => writeEnd(expired, given),
  signer_copy: ({ quoted, title, page, isAttached }: SignerCopy): Letter => ({
    subject: `Complete: ${title}`,
    lines: [
      `“${title}” is complete: everybody has done their part. It was sent by who calls themselves:`,
      '',
      ...quoted,
      '',
      isAttached
        ? 'The finished document comes with this mail. Keep it.'
        : 'The finished document is too large for a mail. Fetch it, and keep it.',
      'You can fetch it here at any time; you get a code by mail that shows that it is you:',
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
      `A job of the Sealane at ${server} ended its process twice. It is set aside: nobody tries it again by itself, and what it was to do is not done.`,
      '',
      `Job ${id}, ${task}: ${error}`,
      '',
      'Look at such jobs:  npm run -s sealane -- jobs list',
      '',
      `Try it once more, in a process of its own:  npm run -s sealane -- jobs retry ${id}`,
      '',
      `Give it up:  npm run -s sealane -- jobs discard ${id}`,
    ],
  }),
  documents_unsealed: ({ server, count, why }: { server: string; count: number; why: string | null }): Letter => ({
    subject: `Sealane cannot seal: ${count} signed ${count === 1 ? 'agreement waits' : 'agreements wait'}`,
    lines: [
      `At the Sealane at ${server}, ${count === 1 ? 'an agreement was' : `${count} agreements were`} signed by everybody more than five minutes ago, and the document is not sealed. Nothing is lost: each is tried again every five minutes.`,
      '',
      why === null
        ? 'A seal that was tried just now worked. Look at the jobs that failed.'
        : `A seal that was tried just now failed: ${why}`,
      '',
      'See what seals, and try it:  npm run -s sealane -- seal status',
      '',
      'See what to mend:  npm run -s sealane -- doctor',
      '',
      'Look at jobs that failed:  npm run -s sealane -- jobs list',
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
      `How to see what was not delivered, and to send it again:\n${given.page}`,
    ],
  }),
}
