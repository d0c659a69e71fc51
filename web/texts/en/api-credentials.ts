export const apiCredentials = {
  title: 'API credentials',
  about: 'Your own access tokens of the JSON:API. A token acts as you, with the permissions of your role.',
  list: 'Access tokens',
  create: 'Create token',
  columns: { name: 'Name', lastUsed: 'Last used', expires: 'Expires', created: 'Created', actions: 'Actions' },
  empty: {
    title: 'No token yet',
    text: 'With a token, your scripts can do what you can do here. Create one, and try it on the page before you use it elsewhere.',
  },
  form: {
    name: 'Name',
    nameHint: 'What the token is for, such as the script that uses it.',
    expires: 'Last day',
    expiresHint: 'The token stops at the end of this day. Leave it empty for a token without an end.',
    submit: 'Create',
  },
  made: {
    title: (name: string) => `The token “${name}” is created`,
    what: 'the token',
    program: (language: string) => `the ${language} program`,
    try: 'Try it now',
    tried: 'The API answered the token:',
  },
  revoke: 'Revoke',
  revokeQuestion: (name: string) => `Revoke “${name}”?`,
  revokeText: (hint: string) => `The token that ends in ${hint} stops working at once. This cannot be undone.`,
  revoked: (name: string) => `“${name}” is revoked.`,
}
