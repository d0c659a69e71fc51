/** What Node's own cryptography does at once, where WebCrypto hands every piece to another thread. */
type Native = {
  hash(name: string, bytes: Uint8Array, as: 'buffer'): Uint8Array
  createPublicKey(key: { key: Uint8Array; format: 'der'; type: 'spki' }): object
  verify(
    hash: string,
    data: Uint8Array,
    key: { key: object; dsaEncoding: 'ieee-p1363' },
    signature: Uint8Array,
  ): boolean
}

type Host = { getBuiltinModule?(name: string): Native | undefined }

const host: Host | undefined = Reflect.get(globalThis, 'process')

/** Null in browsers. Both are one library in Node, and take and refuse the same. */
export const native: Native | null = host?.getBuiltinModule?.('node:crypto') ?? null
