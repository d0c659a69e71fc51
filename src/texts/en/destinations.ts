/** Sentences for faults of a webhook's URL, by code. */
export const destinations = {
  destination_credentials: () => 'Leave user name and password out of the URL.',
  destination_forbidden: () =>
    'This destination is not allowed: it is no public address. Whoever runs this server can open it with WEBHOOK_ALLOW.',
  destination_https: () => 'Use an https URL.',
  destination_port: ({ ports }: { ports: string }) => `Use one of the ports ${ports}.`,
  destination_unresolved: () => 'The name has no address.',
  destination_url: () => 'Give an absolute https URL.',
}
