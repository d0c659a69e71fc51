/** The type name of a resource: `webhook_event` is `WebhookEvent`. */
export function typeName(resource: string): string {
  return resource
    .split('_')
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join('')
}
