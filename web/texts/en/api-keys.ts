export const apiKeys = {
  title: 'Integrations',
  about:
    'API keys let your own systems use the REST API for your organization. A key has a role, and keeps the version of the API that it was created with.',
  list: 'API keys',
  create: 'Create API key',
  columns: {
    name: 'Name',
    role: 'Role',
    version: 'Version',
    lastUsed: 'Last used',
    expires: 'Expires',
    created: 'Created',
    actions: 'Actions',
  },
  onlyFrom: (count: number) => (count === 1 ? 'from 1 address' : `from ${count} addresses`),
  from: (address: string) => `from ${address}`,
  inVersion: (version: string) => `version ${version}`,
  requests: {
    see: (name: string) => `See the requests of “${name}”`,
    lastHour: (count: number) =>
      count === 0
        ? 'See its requests'
        : count === 1
          ? '1 request in the last hour'
          : `${count.toLocaleString('en')} requests in the last hour`,
    stillUsed: (count: number) =>
      count === 1
        ? 'It made 1 request in the last hour.'
        : `It made ${count.toLocaleString('en')} requests in the last hour.`,
    title: (name: string) => `Requests of “${name}”`,
    about: (count: number) =>
      `The newest ${count} of the last 24 hours. Bodies and values of queries are not stored. Search the log of the server for the id of a request.`,
    list: 'Requests',
    none: 'This key made no request in the last 24 hours.',
    columns: { time: 'When', request: 'Request', status: 'Status', version: 'Version', from: 'From', id: 'Id' },
  },
  empty: {
    title: 'No API key yet',
    text: 'With a key, your own systems order verifications, create links and receive events. Create a key, and try it with the command that comes with it.',
  },
  form: {
    name: 'Name',
    nameHint: 'What the key is for, such as the system that uses it.',
    role: 'Role',
    roleHint: 'What the key may do.',
    version: 'Version',
    versionHint: 'Replies keep the shape of this version.',
    expires: 'Last day',
    expiresHint: 'The key stops at the end of this day. Leave it empty for a key without an end.',
    addresses: 'Addresses',
    addressesHint: 'Addresses or ranges that may use the key, one per line. Leave it empty to allow all.',
    submit: 'Create',
  },
  made: { title: (name: string) => `The key “${name}” is created`, what: 'the key' },
  replace: 'Replace',
  replacing: {
    title: (name: string) => `Replace “${name}”`,
    text: 'You get a new key with the same name, role, version and addresses. The old key works for a while, so your systems can change over.',
    overlap: 'The old key stops in',
    overlaps: { '1': '1 hour', '24': '24 hours', '168': '7 days' },
    submit: 'Create the new key',
  },
  revoke: 'Revoke',
  revokeQuestion: (name: string) => `Revoke “${name}”?`,
  revokeText: (hint: string) => `The key that ends in ${hint} stops working at once. This cannot be undone.`,
  revoked: (name: string) => `“${name}” is revoked.`,
}
