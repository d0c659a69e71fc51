/** Sentences for faults of a webhook's URL, by code. */
export const destinations = {
  destination_credentials: () => 'Leave the user name and the password out of the URL.',
  destination_forbidden: () =>
    'This destination is not allowed, because its address is not public. The operator of this server can allow it with WEBHOOK_ALLOW.',
  destination_https: () => 'Use an https URL.',
  destination_port: ({ ports }: { ports: string }) => `Use one of the ports ${ports}.`,
  destination_unresolved: () => 'The name in the URL has no address in DNS. Check its spelling.',
  destination_url: () => 'Give an absolute https URL.',
}
