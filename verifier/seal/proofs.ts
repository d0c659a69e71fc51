import { isAmong, isFrom } from '../asn1/chain.ts'
import { type Certificate, type CheckedToken, checkToken, isSame, readCertificate, readCrl } from '../asn1/index.ts'
import { Disproved } from '../disproved.ts'
import type { ReadArchiveRevision } from '../pdf/index.ts'
import type { Trust } from '../trust.ts'
import { judge } from './refusals.ts'
import { checkWhole } from './whole.ts'

/** A chain that must be shown unrevoked at a time: of the seal, or of a timestamp. */
export type Chain = { certificates: readonly Certificate[]; at: Date }

/** All revocation lists in a document. */
export function crlsOf(archives: readonly ReadArchiveRevision[]): Uint8Array[] {
  return archives.flatMap(({ crls }) => crls)
}

/** Verifies the timestamps over the whole document. Throws Disproved. */
export async function checkStamps(
  archives: readonly ReadArchiveRevision[],
  from: Date,
  trust: Trust,
): Promise<CheckedToken[]> {
  const tokens: CheckedToken[] = []
  for (const { stamp } of archives) {
    if (!stamp) continue
    const rules = { imprint: await stamp.digest(), roots: trust.timeRoots, crls: crlsOf(archives) }
    const token = await judge('time', () => checkToken(stamp.der, rules))
    checkWhole(stamp.der, token.chain, 'time_form')
    // A timestamp must be later than what it covers.
    if (token.at < (tokens.at(-1)?.at ?? from)) throw new Disproved('time_other')
    tokens.push(token)
  }
  return tokens
}

/** Throws Disproved when a document keeps a proof that belongs to no chain, or keeps one twice. */
export async function checkKept(archives: readonly ReadArchiveRevision[], chains: readonly Chain[]): Promise<void> {
  const all = chains.flatMap((chain) => chain.certificates)
  const kept = archives.flatMap(({ certificates }) => certificates)
  const crls = crlsOf(archives)
  const isEachOnce = [kept, crls].every((list) =>
    list.every((one, at) => list.findIndex((other) => isSame(one, other)) === at),
  )
  const certificates = await judge('seal', async () => kept.map(readCertificate))
  const isEmpty = archives.some((one) => one.certificates.length + one.crls.length === 0 && !one.stamp)
  if (isEmpty || !isEachOnce || !certificates.every((one) => isAmong(one, all))) throw new Disproved('proofs_form')
  for (const bytes of crls) {
    const list = await judge('seal', async () => readCrl(bytes))
    const isOurs = await judge('seal', () =>
      Promise.all(all.map(async (one) => isSame(one.subject, list.issuer) && (await isFrom(list, one)))),
    )
    if (!isOurs.includes(true)) throw new Disproved('proofs_form')
  }
}

/** Whether lists show that no certificate below a root was revoked at the time of its chain. */
export async function areShownGood(
  archives: readonly ReadArchiveRevision[],
  chains: readonly Chain[],
): Promise<boolean> {
  const lists = crlsOf(archives).map(readCrl)
  for (const { certificates, at } of chains) {
    for (const [index, issuer] of certificates.slice(1).entries()) {
      const fits = lists.filter(
        ({ issuer: name, until }) => isSame(name, issuer.subject) && (until === null || until >= at),
      )
      const shown = await Promise.all(fits.map((list) => isFrom(list, issuer)))
      if (certificates[index] !== undefined && !shown.includes(true)) return false
    }
  }
  return true
}
