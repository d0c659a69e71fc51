/** The bodies of webhooks speak the REST dialect, in the version that each webhook is pinned to. */
export { renderEvent } from './http/rest/webhooks/render-event.ts'
