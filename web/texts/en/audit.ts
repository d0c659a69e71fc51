export const audit = {
  title: 'Audit',
  about:
    'Who did what, when and from where. Each row contains the hash of the row before it, so a changed or removed row becomes visible.',
  list: 'Audit trail',
  columns: { when: 'When', who: 'Who', what: 'What', on: 'On', from: 'From', more: 'Actions' },
  filters: {
    action: 'What',
    user: 'Who',
    ipAddress: 'From address',
    addressForm: '192.0.2.7',
    subject: 'Id of the thing',
    occurredAt: 'When',
  },
  since: { day: 'Last day', week: 'Last 7 days', month: 'Last 30 days' },
  kinds: { system: 'The server', api_key: 'An API key', signer: 'A signer', visitor: 'A visitor', user: 'A person' },
  details: 'Details',
  detail: {
    title: (action: string) => `“${action}”`,
    place: 'Place in its chain',
    chain: 'Chain',
    hash: 'Hash',
    previous: 'Hash before',
    data: 'What else is known',
    address: 'Address',
    browser: 'Browser',
    request: 'Request id',
  },
  empty: {
    title: 'Nothing was done yet',
    text: 'This list records every act in your organization.',
  },
  log: {
    title: (size: number) => `The log holds ${size} ${size === 1 ? 'row' : 'rows'}.`,
    about:
      'This is its signed head. Store it outside this server. It proves later that no earlier row was changed. Signed',
    what: 'the signed head',
  },
  verify: {
    button: 'Verify the chain',
    title: 'The chain of your organization',
    about: 'Your browser reads every row, computes its hash, and compares. The server does not take part in the check.',
    start: 'Start',
    stop: 'Stop',
    progress: (done: number, total: number) => `${done} of ${total} ${total === 1 ? 'row' : 'rows'}`,
    whole: (count: number) => (count === 1 ? 'The one row holds.' : `All ${count} rows hold.`),
    head: 'The hash of the last row. Write it down: as long as the chain contains it, no earlier row was changed.',
    what: 'the hash',
    broken: (place: number) =>
      `The chain is broken at place ${place}: a row was changed, removed or inserted. Tell the operator of the server.`,
    insecure: 'Your browser computes hashes only on pages over https.',
    stopped: 'Stopped.',
  },
}
