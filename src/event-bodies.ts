/** Webhook bodies have the shapes of the REST dialect, in the version of each webhook. */
export { renderEvent } from './http/rest/webhooks/render-event.ts'
