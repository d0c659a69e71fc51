type Key = { kind: 'secret' | 'public'; bytes: Uint8Array<ArrayBuffer> }

/** The key in `whsec_…` or `whpk_…`, or the fault of the text (Standard Webhooks 1.0.0, "Signature scheme"). */
export function readKey(text: string): Key | 'key_missing' | 'key_prefix' | 'key_base64' | 'key_length' {
  if (text === '') return 'key_missing'
  const [, prefix, rest = ''] = /^(whsec|whpk)_(.*)$/s.exec(text) ?? []
  if (prefix === undefined) return 'key_prefix'
  const bytes = decodeBase64(rest)
  if (bytes === null) return 'key_base64'
  const isLong = prefix === 'whsec' ? bytes.length >= 24 && bytes.length <= 64 : bytes.length === 32
  if (!isLong) return 'key_length'
  return { kind: prefix === 'whsec' ? 'secret' : 'public', bytes }
}

/** Whether one of the signatures (HMAC-SHA256, in base64) fits this content and secret. */
export async function fitsSecret(bytes: Uint8Array<ArrayBuffer>, content: string, given: string[]): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify'])
  return someFits(given, (signature) => crypto.subtle.verify('HMAC', key, signature, encode(content)))
}

/** Whether one of the signatures (Ed25519, in base64) fits this content and public key. */
export async function fitsPublicKey(
  bytes: Uint8Array<ArrayBuffer>,
  content: string,
  given: string[],
): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify'])
  return someFits(given, (signature) => crypto.subtle.verify('Ed25519', key, signature, encode(content)))
}

async function someFits(
  given: string[],
  verify: (signature: Uint8Array<ArrayBuffer>) => Promise<boolean>,
): Promise<boolean> {
  for (const text of given) {
    const signature = decodeBase64(text)
    if (signature !== null && (await verify(signature))) return true
  }
  return false
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text)
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}
