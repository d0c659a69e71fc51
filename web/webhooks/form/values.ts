import type { Resources } from '../../../clients/jsonapi/src/index.ts'
import type { Webhook } from '../data.ts'
import { type EventType, usualEventTypes } from '../event-types.ts'
import {
  askCertificate,
  askOauth,
  type CertificateValues,
  certificateOf,
  noCertificate,
  noOauth,
  type OauthValues,
  oauthOf,
} from './connection.ts'

/**
 * A header of a webhook. The value of a stored header is never shown: `isKept` is set until the person types another
 * one.
 */
export type HeaderRow = { name: string; value: string; isKept: boolean }

/** The values of the form. They have the API's names, so that its faults find their fields. */
export type Values = {
  destinationUrl: string
  eventTypes: EventType[]
  notificationEmails: string
  filters: string[]
  filterLinks: string
  filterPairs: string
  ordered: boolean
  asymmetric: boolean
  maxConcurrency: string
  maxPerSecond: string
  customHeaders: HeaderRow[]
  oauth: OauthValues
  clientCertificate: CertificateValues
  apiVersion: string
  signingSecret: boolean
}

export const freshValues: Values = {
  destinationUrl: '',
  eventTypes: [...usualEventTypes],
  notificationEmails: '',
  filters: [],
  filterLinks: '',
  filterPairs: '',
  ordered: false,
  asymmetric: false,
  maxConcurrency: '16',
  maxPerSecond: '',
  customHeaders: [],
  oauth: noOauth,
  clientCertificate: noCertificate,
  apiVersion: '2.2',
  signingSecret: false,
}

/** The values of the form for a webhook. */
export function valuesOf({ attributes }: Pick<Webhook, 'attributes'>): Values {
  const { maxPerSecond, maxConcurrency, notificationEmails, filters, customHeaders, ...told } = attributes
  return {
    destinationUrl: told.destinationUrl,
    eventTypes: told.eventTypes,
    notificationEmails: notificationEmails.join('\n'),
    filters: filters?.agreementIds ?? [],
    filterLinks: (filters?.agreementLinkIds ?? []).join('\n'),
    filterPairs: writePairs(filters?.metadata ?? {}),
    ordered: told.ordered,
    asymmetric: told.asymmetric,
    maxConcurrency: String(maxConcurrency),
    maxPerSecond: maxPerSecond === null ? '' : String(maxPerSecond),
    customHeaders: Object.keys(customHeaders ?? {}).map((name) => ({ name, value: '', isKept: true })),
    oauth: oauthOf(told.oauth),
    clientCertificate: certificateOf(told.clientCertificate),
    apiVersion: told.apiVersion,
    signingSecret: false,
  }
}

/** The API's request for a new webhook. */
export function newWebhook(values: Values): Resources['webhooks']['create'] {
  const { oauth, clientCertificate, ...whole } = shared(values)
  return {
    ...whole,
    ...(oauth ? { oauth } : {}),
    ...(clientCertificate ? { clientCertificate } : {}),
    apiVersion: values.apiVersion,
  }
}

/**
 * The API's request for a change. It has only the differences, so that another person's change stays. A new address
 * also sends the headers, so that their faults appear at their field.
 */
export function changesOf(values: Values, webhook: Pick<Webhook, 'attributes'>): Resources['webhooks']['update'] {
  const before: Record<string, unknown> = shared(valuesOf(webhook))
  const after = Object.entries(shared(values))
  const moved = isMove(webhook.attributes.destinationUrl, values.destinationUrl) && values.customHeaders.length > 0
  const isAsked = (name: string, value: unknown) =>
    (moved && name === 'customHeaders') ||
    (value !== undefined && JSON.stringify(value) !== JSON.stringify(before[name]))
  const changed = after.filter(([name, value]) => isAsked(name, value))
  return { ...Object.fromEntries(changed), ...(values.signingSecret ? { signingSecret: 'rotate' } : {}) }
}

function shared(values: Values) {
  return {
    destinationUrl: values.destinationUrl.trim(),
    eventTypes: values.eventTypes,
    notificationEmails: values.notificationEmails.split(/[\s,;]+/).filter((address) => address !== ''),
    ordered: values.ordered,
    asymmetric: values.asymmetric,
    maxConcurrency: Number(values.maxConcurrency),
    maxPerSecond: values.maxPerSecond === '' ? null : Number(values.maxPerSecond),
    customHeaders: headersOf(values.customHeaders),
    oauth: askOauth(values.oauth),
    clientCertificate: askCertificate(values.clientCertificate),
    filters: filtersOf(values),
  }
}

// A row without a name is empty.
function headersOf(rows: HeaderRow[]): Record<string, string | null> | null {
  const given = rows.filter(({ name, value }) => name.trim() !== '' || value !== '')
  if (given.length === 0) return null
  return Object.fromEntries(given.map(({ name, value, isKept }) => [name.trim(), isKept ? null : value]))
}

// A filter without any condition matches everything.
function filtersOf({ filters: agreementIds, filterLinks, filterPairs }: Values): Webhook['attributes']['filters'] {
  const agreementLinkIds = filterLinks.split(/[\s,;]+/).filter((id) => id !== '')
  const metadata = readPairs(filterPairs)
  const all = {
    ...(agreementIds.length > 0 ? { agreementIds } : {}),
    ...(agreementLinkIds.length > 0 ? { agreementLinkIds } : {}),
    ...(Object.keys(metadata).length > 0 ? { metadata } : {}),
  }
  return Object.keys(all).length === 0 ? null : all
}

// Each line has one pair. A name without an equals sign has an empty value.
function readPairs(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return Object.fromEntries(
    lines.map((line) => {
      const [name = '', ...value] = line.split('=')
      return [name.trim(), value.join('=').trim()]
    }),
  )
}

function writePairs(metadata: Record<string, string>): string {
  return Object.entries(metadata)
    .map(([name, value]) => `${name}=${value}`)
    .join('\n')
}

/** Whether a URL has another scheme, host or port. Secrets do not go along to such a URL automatically. */
export function isMove(from: string, to: string): boolean {
  const [before, after] = [URL.parse(from.trim()), URL.parse(to.trim())]
  return before !== null && after !== null && before.origin !== after.origin
}
