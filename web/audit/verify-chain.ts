/** The parts of a row that its hash needs. */
export type Link = { sequence: number; previousHash: string; hash: string; canonical: string }

/** The result of checking a chain. */
export type Verdict = { isWhole: true; length: number; head: string } | { isWhole: false; brokenAt: number }

const genesis = '0'.repeat(64)

/**
 * Computes each hash of a chain again from its first row: SHA-256 over the bytes of the previous hash and the text of
 * the row (docs: audit-events, `canonical`). `onLink` gets the progress.
 */
export async function verifyChain(links: AsyncIterable<Link>, onLink: (done: number) => void): Promise<Verdict> {
  let head = genesis
  let length = 0
  for await (const { sequence, previousHash, hash, canonical } of links) {
    const place = length + 1
    if (sequence !== place || previousHash !== head || placeOf(canonical) !== place)
      return { isWhole: false, brokenAt: place }
    head = await hashOf(previousHash, canonical)
    if (head !== hash) return { isWhole: false, brokenAt: place }
    length = place
    onLink(length)
  }
  return { isWhole: true, length, head }
}

// The shown members of a row must equal those that its hash covers.
function placeOf(canonical: string): unknown {
  return Object(JSON.parse(canonical)).sequence
}

async function hashOf(previous: string, text: string): Promise<string> {
  const before = Uint8Array.from(previous.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const row = new TextEncoder().encode(text)
  const bytes = new Uint8Array(before.length + row.length)
  bytes.set(before)
  bytes.set(row, before.length)
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
