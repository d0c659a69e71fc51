export const organization = {
  title: 'Organization',
  about: 'Settings of your whole organization.',
  facts: { id: 'Id', slug: 'Sub-domain', created: 'Since', rest: 'REST API', jsonapi: 'JSON:API' },
  copy: { id: 'the id', rest: 'the address of the REST API', jsonapi: 'the address of the JSON:API' },
  form: {
    title: 'Settings',
    name: 'Name',
    nameHint: 'Signers read it on every page and in every mail.',
    retention: 'How many days finished documents are kept',
    retentionHint:
      'Afterwards they are deleted. An agreement can have its own rule. Leave it empty to keep them for ever.',
    tracking: 'Parameters of links to leave out',
    trackingHint:
      'Parameters that only track people are not stored as metadata. One per line. A star at the end matches any end. Leave it empty for the list of the server.',
    embedding: 'Sites that may show signing pages',
    embeddingHint:
      'People then sign in a frame on your own pages. One origin per line, such as https://app.example.com. Leave it empty to allow no other site.',
    submit: 'Save',
    saved: 'Saved.',
  },
  maintenance: {
    title: 'Maintenance',
    off: 'Your organization is not in maintenance. In maintenance, the API answers 503 to everybody, nobody can sign, and webhooks wait.',
    on: 'Your organization has been in maintenance since',
    begin: 'Begin maintenance',
    end: 'End maintenance',
    question: 'Begin maintenance?',
    text: 'Until you end it here, the API answers 503 to all your systems, and these pages show only this switch.',
    begun: 'Maintenance has begun.',
    ended: 'Maintenance has ended.',
  },
}
