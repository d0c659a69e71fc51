import { glob, readFile } from 'node:fs/promises'

/** The words of every DomainError and notFound() in the areas of core that REST reaches, read from its source. */
export async function domainErrorWords(): Promise<string[]> {
  const words = new Set<string>()
  for await (const file of glob(
    'src/core/{agreements,bulk-sends,erasures,exports,submissions,verifications,webhooks}/**/*.ts',
  )) {
    if (file.endsWith('.test.ts')) continue
    const source = await readFile(file, 'utf8')
    for (const [, word] of source.matchAll(/new DomainError\(\s*'\w+',\s*'(\w+)'/g)) words.add(word ?? '')
    for (const [, noun] of source.matchAll(/notFound\('(\w+)'\)/g)) words.add(`${noun}_not_found`)
  }
  return [...words].sort()
}
