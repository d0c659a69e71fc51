import { unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { verify } from '../../verifier/verify.ts'
import { expectAccessible } from '../support/accessibility.ts'
import { openPage } from '../support/web-browser.ts'
import { makeBundles } from '../verifier/bundles.ts'
import { foreignSources, newInstallations, sealSource } from '../verifier/documents.ts'

const [[source], [installation]] = [await foreignSources('plain'), await newInstallations()]
if (!source || !installation) throw new Error('Nothing is sealed.')
const sealed = await sealSource(source, { level: 'B-T', installation })
const { proof } = await verify(sealed.bytes, sealed.trust)
const hash = proof?.evidence_sha256 ?? ''

const fileOf = (name: string, bytes: Uint8Array | string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
})
const trust = fileOf('trust.json', sealed.trust)
const good = fileOf('lease.pdf', sealed.bytes)

/** The loaded page. From then on the network is off. */
async function openOffline(address = '/verify', locale = 'en-GB') {
  const opened = await openPage({ locale })
  await opened.page.goto(opened.url + address)
  await opened.page.getByText(/^(This page trusts|Cette page se fie)/).waitFor()
  await opened.context.setOffline(true)
  const asked: string[] = []
  opened.page.on('request', (request) => asked.push(request.url()))
  const choose = (label: string, file: typeof trust) => opened.page.getByLabel(label).setInputFiles(file)
  return { ...opened, asked, choose }
}

test('a document is proved in the browser without a request after the page is loaded', async () => {
  const { page, asked, choose } = await openOffline(`/verify#${hash}`)
  await choose('Another trust file (JSON)', trust)
  await choose('Document (PDF)', good)
  await page.getByRole('heading', { name: 'Proven: lease.pdf' }).waitFor()
  for (const words of [
    'This is the document that the code on its page of evidence leads to.',
    'Ada Lovelace <ada@example.org>',
    'from 203.0.113.9 with Firefox',
    'No witness has signed',
  ])
    await page.getByRole('article').filter({ hasText: words }).waitFor()
  await expectAccessible(page)
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
})

test('the page reports a document that does not belong to the code, and one that was changed', async () => {
  const { page, choose } = await openOffline(`/verify#${'0'.repeat(64)}`)
  await choose('Another trust file (JSON)', trust)
  await choose('Document (PDF)', good)
  await page.getByText('This is not the document that the code leads to').waitFor()
  await choose('Document (PDF)', fileOf('other.pdf', Buffer.concat([sealed.bytes, Buffer.from(' ')])))
  await page.getByRole('heading', { name: 'Refused: other.pdf' }).waitFor()
  await expectAccessible(page)
})

test('a dropped file is checked against the trust file of this server, and reported in French', async () => {
  const { page } = await openOffline('/verify', 'fr-FR')
  const bytes = [...sealed.bytes]
  await page.evaluate(`{
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(${JSON.stringify(bytes)})], 'bail.pdf'))
    document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: data }))
  }`)
  await page.getByRole('heading', { name: 'Refusé' }).waitFor()
  const told = 'Personne de ceux que nomme le fichier de confiance'
  await page.getByRole('article').filter({ hasText: told }).waitFor()
})

test('a bundle is proved without a network, and a hostile one is called unreadable', async () => {
  const { first, trust: text } = await makeBundles([1])
  const { page, asked, choose } = await openOffline()
  const label = 'Document (PDF) or its bundle (ZIP)'
  await choose('Another trust file (JSON)', fileOf('trust.json', text))
  await choose(label, fileOf('bundle.zip', first))
  await page.getByRole('heading', { name: 'Proven: bundle.zip' }).waitFor()
  expect(await page.getByRole('article').innerText()).toContain('The log names this file')
  const bomb = zipSync({ ...unzipSync(first), 'completed.json': [Buffer.alloc(3 * 1_048_576), { level: 9 }] })
  await choose(label, fileOf('bomb.zip', bomb))
  await page.getByRole('heading', { name: 'Unreadable: bomb.zip' }).waitFor()
  expect(await page.getByRole('article').innerText()).toContain('not the bundle of a document')
  expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([])
})

test('an invalid trust file is reported, and the one before stays', async () => {
  const { page, choose } = await openOffline()
  await choose('Another trust file (JSON)', fileOf('x.json', '{}'))
  await page.getByRole('alert').getByText('This is not a trust file').waitFor()
  await page.getByText(/^This page trusts/).waitFor()
})
