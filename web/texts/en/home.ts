export const home = {
  title: 'Home',
  welcome: (person: string, organization: string) => `Welcome, ${person}. You work for ${organization}.`,
  tasks: {
    title: 'Open tasks',
    none: 'You have no open tasks.',
    many: (count: number, isMore: boolean) => `${count}${isMore ? ' or more' : ''}`,
    since: 'the oldest:',
    names: {
      reviews: (count) => (count === 1 ? 'Verification to decide' : 'Verifications to decide'),
      'failing-webhooks': (count) => (count === 1 ? 'Webhook that fails' : 'Webhooks that fail'),
      'waiting-submissions': (count) =>
        count === 1 ? 'Submission that waits for a signer' : 'Submissions that wait for a signer',
      'stopped-bulk-sends': (count) =>
        count === 1 ? 'Send to many that has stopped' : 'Sends to many that have stopped',
      'ending-api-keys': (count) => (count === 1 ? 'API key that ends soon' : 'API keys that end soon'),
      'open-invitations': (count) => (count === 1 ? 'Invitation without an answer' : 'Invitations without an answer'),
    } as Record<string, (count: number) => string>,
  },
  volumes: {
    title: 'The last 30 days',
    verifications: 'Verifications',
    verificationsSaid: (ordered: number, verified: number) => `${ordered} ordered, ${verified} verified`,
    submissions: 'Submissions',
    submissionsSaid: (begun: number, completed: number) => `${begun} begun, ${completed} completed`,
    median: (hours: string) => `half of them within ${hours}`,
    day: 'Day',
    count: 'Number',
    asTable: 'As a table',
  },
  steps: {
    title: 'Three steps to a first signed agreement',
    key: 'Create an API key',
    keyText: 'Create it under Integrations. It is shown once. Store it in your shell:',
    agreement: 'Write an agreement',
    agreementText: 'It is Markdown; {{name}} is a field that the signer fills in. The answer has its agreement_id:',
    link: 'Create a link and open it',
    linkText: 'Everybody who opens the url of the answer can sign. Open it yourself first:',
    command: 'the command',
  },
}
