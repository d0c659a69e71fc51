export const organization = {
  title: 'Organization',
  about: 'What holds for everybody in your organization.',
  facts: { id: 'Id', slug: 'Sub-domain', created: 'Since', rest: 'REST API', jsonapi: 'JSON:API' },
  copy: { id: 'the id', rest: 'the address of the REST API', jsonapi: 'the address of the JSON:API' },
  form: {
    title: 'Settings',
    name: 'Name',
    nameHint: 'Signers read it on every page and in every mail.',
    retention: 'Days that finished documents are kept',
    retentionHint: 'Afterwards they are deleted. An agreement may say otherwise. Empty: they are kept.',
    tracking: 'Parameters of links to leave out',
    trackingHint:
      'Those that only follow people around are not kept as metadata. One in a line; a star at the end stands for any end. Empty: the list that comes with the server.',
    embedding: 'Sites that may show signing pages',
    embeddingHint:
      'People then sign in a frame on your own pages. One origin in a line, such as https://app.example.com. Empty: no other site may.',
    submit: 'Save',
    saved: 'Saved.',
  },
  maintenance: {
    title: 'Maintenance',
    off: 'Your organization is at work. In maintenance the API answers 503 to everybody, and nobody can sign; webhooks wait.',
    on: 'Your organization is in maintenance since',
    begin: 'Begin maintenance',
    end: 'End maintenance',
    question: 'Begin maintenance?',
    text: 'Until you end it here, the API answers 503 to all your systems, and these pages show nothing else.',
    begun: 'Maintenance has begun.',
    ended: 'Maintenance has ended.',
  },
}
