import { expect, test } from 'vitest'
import type { Webhook } from '../data.ts'
import { noOauth } from './connection.ts'
import { changesOf, freshValues, isMove, newWebhook, valuesOf } from './values.ts'

const attributes = {
  destinationUrl: 'https://a.example/hook',
  eventTypes: ['verification'],
  notificationEmails: ['ada@example.com'],
  ordered: false,
  asymmetric: false,
  maxConcurrency: 16,
  maxPerSecond: null,
  customHeaders: { 'x-team': null },
  filters: { agreementIds: ['AGREE-1'], metadata: { team: 'blue' } },
  oauth: { tokenUrl: 'https://a.example/old', clientId: 'old', scope: null },
  clientCertificate: null,
  apiVersion: '2.2',
} as unknown as Webhook['attributes']
const webhook = { attributes }

test('an unchanged form requests no change', () => {
  expect(changesOf(valuesOf(webhook), webhook)).toEqual({})
})

test.each([
  [{ destinationUrl: ' https://a.example/new ' }, { destinationUrl: 'https://a.example/new' }],
  [{ destinationUrl: 'https://b.example' }, { destinationUrl: 'https://b.example', customHeaders: { 'x-team': null } }],
  [{ notificationEmails: 'a@b.example,\n c@d.example' }, { notificationEmails: ['a@b.example', 'c@d.example'] }],
  [{ maxPerSecond: '5' }, { maxPerSecond: 5 }],
  [{ customHeaders: [] }, { customHeaders: null }],
  [
    {
      customHeaders: [
        { name: 'x-team', value: '', isKept: true },
        { name: ' x-new ', value: '1', isKept: false },
      ],
    },
    { customHeaders: { 'x-team': null, 'x-new': '1' } },
  ],
  [{ signingSecret: true }, { signingSecret: 'rotate' }],
  [{ filters: [] }, { filters: { metadata: { team: 'blue' } } }],
  [
    { filterLinks: 'alink_1\n alink_2', filterPairs: '' },
    { filters: { agreementIds: ['AGREE-1'], agreementLinkIds: ['alink_1', 'alink_2'] } },
  ],
  [
    { filterPairs: 'team = a=b\n\nplan=' },
    { filters: { agreementIds: ['AGREE-1'], metadata: { team: 'a=b', plan: '' } } },
  ],
  [{ oauth: noOauth }, { oauth: null }],
  [
    {
      oauth: {
        mode: 'given' as const,
        tokenUrl: 'https://a.example/t ',
        clientId: 'me',
        clientSecret: ' s ',
        scope: '',
      },
    },
    { oauth: { tokenUrl: 'https://a.example/t', clientId: 'me', clientSecret: ' s ' } },
  ],
  [
    { clientCertificate: { mode: 'given' as const, certificate: 'PEM\n', privateKey: 'KEY' } },
    { clientCertificate: { certificate: 'PEM', privateKey: 'KEY' } },
  ],
])('the change %o is requested as %o', (typed, asked) => {
  expect(changesOf({ ...valuesOf(webhook), ...typed }, webhook)).toEqual(asked)
})

test('removing the last filter removes all filters', () => {
  const narrowed = { attributes: { ...attributes, filters: { agreementIds: ['AGREE-1'] } } }
  expect(changesOf({ ...valuesOf(narrowed), filters: [] }, narrowed)).toEqual({ filters: null })
})

test('a new webhook is sent with every setting and without empty rows', () => {
  const customHeaders = [{ name: '', value: '', isKept: false }]
  const asked = newWebhook({ ...freshValues, destinationUrl: 'https://a.example', customHeaders })
  expect(asked).toMatchObject({ maxPerSecond: null, customHeaders: null, filters: null, apiVersion: '2.2' })
})

test.each([
  ['https://a.example/x', 'https://a.example/y', false],
  ['https://a.example/x', 'https://b.example/x', true],
  ['https://a.example', 'http://a.example', true],
  ['https://a.example', 'not yet a url', false],
])('the change from %s to %s is a move of the webhook: %s', (from, to, moved) => expect(isMove(from, to)).toBe(moved))
