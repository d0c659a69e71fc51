import { attemptIdOf, deliveryIdOf } from '../../core/delivery-ids.ts'
import { formatId, type Id, parseId } from '../../core/ids.ts'
import type { Resource } from './resource.ts'

/** The form of ids that do not come from one kind: a pure function and its inverse. */
export type IdForm = { format(id: Id): string; parse(text: string): Id | null }

/** The public id of a resource. */
export function formatResourceId(resource: Resource, id: Id): string {
  return resource.ids ? resource.ids.format(id) : formatId(resource.idKind, id)
}

/** The key of a public id, or null when the text is not an id of the type. */
export function parseResourceId(resource: Resource, text: string): Id | null {
  return resource.ids ? resource.ids.parse(text) : parseId(resource.idKind, text)
}

const numberPattern = /^[1-9]\d{0,8}$/

/** `dlv_<hex>`: an event for one webhook. The older form `evt_<hex>_wb_<hex>` is accepted too. */
export const webhookEventIds: IdForm = {
  format: (id) => formatId('delivery', id),
  parse(text) {
    const [event, webhook] = parsePair(text)
    return event && webhook ? deliveryIdOf(event, webhook) : parseId('delivery', text)
  },
}

/** `att_<hex>`: one attempt at a delivery. The older form `evt_<hex>_wb_<hex>_<number>` is accepted too. */
export const attemptIds: IdForm = {
  format: (id) => formatId('attempt', id),
  parse(text) {
    const at = text.lastIndexOf('_')
    const [event, webhook] = parsePair(text.slice(0, Math.max(0, at)))
    const number = text.slice(at + 1)
    return event && webhook && numberPattern.test(number)
      ? attemptIdOf(event, webhook, Number(number))
      : parseId('attempt', text)
  },
}

function parsePair(text: string): [event: Id | null, webhook: Id | null] {
  const at = text.indexOf('_wb_')
  return [parseId('event', text.slice(0, Math.max(0, at))), parseId('webhook', text.slice(at + 1))]
}

/** `AGREE-<hex>_<number>`: one version of an agreement. */
export const agreementVersionIds: IdForm = {
  format(id) {
    const [agreement = '', number = ''] = id.split('/')
    return `${formatId('agreement', agreement)}_${Number(number)}`
  },
  parse(text) {
    const at = text.lastIndexOf('_')
    const agreement = parseId('agreement', text.slice(0, Math.max(0, at)))
    const number = text.slice(at + 1)
    return agreement && numberPattern.test(number) ? `${agreement}/${number}` : null
  },
}

/** `<kind>.<year-month>.<locale>`: one version of a text in one language. */
export const consentTextIds: IdForm = {
  format: (id) => id.replace('/', '.'),
  parse: (text) => (/^[a-z_]+\.[\d-]+\.[a-zA-Z-]+$/.test(text) ? text.replace('.', '/') : null),
}

/** Ids that are one of some fixed words. */
export const wordIds = (words: readonly string[]): IdForm => ({
  format: (id) => id,
  parse: (text) => (words.includes(text) ? text : null),
})

/** `wb_<hex>_<word>`: a webhook over a span of time. */
export const webhookSpanIds = (words: readonly string[]): IdForm => ({
  format(id) {
    const [webhook = '', word = ''] = id.split('/')
    return `${formatId('webhook', webhook)}_${word}`
  },
  parse(text) {
    const at = text.lastIndexOf('_')
    const webhook = parseId('webhook', text.slice(0, Math.max(0, at)))
    const word = text.slice(at + 1)
    return webhook && words.includes(word) ? `${webhook}/${word}` : null
  },
})
