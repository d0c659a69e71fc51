import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { expect, it } from 'vitest'
import { readCertificate } from './certificates.ts'
import { checkChain } from './chain.ts'

const read = (pem: string) => {
  const { raw, validFromDate, validToDate, ca } = new X509Certificate(pem)
  return { certificate: readCertificate(Uint8Array.from(raw)), from: validFromDate, until: validToDate, ca }
}

it('every root that Node trusts can be parsed, and has the same values as in Node', () => {
  expect(rootCertificates.length).toBeGreaterThan(100)
  for (const { certificate, from, until, ca } of rootCertificates.map(read)) {
    expect([certificate.from, certificate.until, certificate.authority !== null]).toEqual([from, until, ca])
  }
})

it('a trusted root needs no chain, and an untrusted one has none', async () => {
  const [first, second] = rootCertificates.map((pem) => read(pem).certificate)
  if (!first || !second) throw new Error('Node believes nobody.')
  const at = first.from
  expect(await checkChain(first, { others: [], roots: [first], at })).toEqual([first])
  await expect(checkChain(first, { others: [second], roots: [second], at })).rejects.toMatchObject({ code: 'chain' })
})
