/** The functions of Node's own cryptography that answer at once. WebCrypto hands every call to another thread. */
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

/** Null in browsers. In Node, both use the same library, and accept and refuse the same inputs. */
export const native: Native | null = host?.getBuiltinModule?.('node:crypto') ?? null
