import { expect, test } from 'vitest'
import { isForApp, isNavigation } from './navigation.ts'

const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
const browser = { accept: html, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
const java = 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2'

test.each([
  ['a browser that goes to a page', {}, browser, true],
  ['a browser that asks for the head of a page', { method: 'HEAD' }, browser, true],
  ['a browser from before Fetch Metadata', {}, { accept: html, 'upgrade-insecure-requests': '1' }, true],
  ['a browser behind a proxy with a password', {}, { ...browser, authorization: 'Basic YTpi' }, true],
  ['a form that is sent', { method: 'POST' }, browser, false],
  ['a script of a page', {}, { accept: '*/*', 'sec-fetch-mode': 'cors' }, false],
  ['a script of a page that asks for HTML', {}, { accept: html, 'sec-fetch-mode': 'same-origin' }, false],
  ['curl', {}, { accept: '*/*' }, false],
  ['a client that says nothing', {}, {}, false],
  ['Java', {}, { accept: java }, false],
  ['a client that asks for JSON', {}, { accept: 'application/json', 'sec-fetch-mode': 'navigate' }, false],
  ['a browser with a key', {}, { ...browser, 'x-api-key': 'APIKEY-1' }, false],
  ['a browser with a token', {}, { ...browser, authorization: 'Bearer x' }, false],
])('%s goes to a page: %o %o %s', (_who, asking, headers, goes) => {
  expect(isNavigation({ ...asking, headers })).toBe(goes)
})

test.each([
  ['/', true, true],
  ['/?a=b', true, true],
  ['/sign-in', true, true],
  ['/settings/integrations', true, true],
  ['/o/acme/webhooks', true, true],
  ['/webhooks', true, false],
  ['/verifications/VERIFICATION-1?x=y', true, false],
  ['/agreements', true, false],
  ['/submissions', true, false],
  ['/verification', false, false],
  ['/webhooks-of-mine', false, false],
  ['/events', false, false],
  ['/offers', false, false],
  ['/v2/webhooks', false, false],
  ['/agree/x', false, false],
  ['/docs', false, false],
])('%s is the app of a browser: %s, and of curl: %s', (path, ofBrowser, ofCurl) => {
  expect(isForApp(path, { headers: browser })).toBe(ofBrowser)
  expect(isForApp(path, { headers: { accept: '*/*' } })).toBe(ofCurl)
})
