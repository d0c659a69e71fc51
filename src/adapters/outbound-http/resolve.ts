import { lookup, Resolver } from 'node:dns/promises'

/** All addresses of a host name, IPv4 first. Throws when it has none. */
export type Resolve = (host: string) => Promise<string[]>

const answerLivesMs = 2_000
const maxAnswers = 10_000
const maxAddresses = 64

/**
 * A resolver that asks the name servers itself, because the system's look-up has four threads and one slow domain would
 * block all others. The system reads the hosts file. An answer is used for two seconds, and judged at every use.
 */
export function createResolve(): Resolve {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 })
  const answers = new Map<string, { at: number; addresses: Promise<string[]> }>()
  return (host) => {
    const known = answers.get(host)
    if (known && performance.now() - known.at < answerLivesMs) return known.addresses
    if (answers.size >= maxAnswers) answers.clear()
    const addresses = ask(resolver, host)
    answers.set(host, { at: performance.now(), addresses })
    return addresses
  }
}

async function ask(resolver: Resolver, host: string): Promise<string[]> {
  if (/(^|\.)localhost$/.test(host)) return ['127.0.0.1', '::1']
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)])
  const found = [four, six].flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []))
  if (found.length > maxAddresses) throw new Error(`${host} has more than ${maxAddresses} addresses.`)
  if (found.length) return found
  const known = await lookup(host, { all: true })
  return known.map((entry) => entry.address)
}
