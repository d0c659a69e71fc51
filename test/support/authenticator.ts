import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const text = (bytes: Buffer) => bytes.toString('base64url')

type Told = { rpId: string; origin: string; isVerified?: boolean }

/** A device that keeps one passkey (Web Authentication, level 3), and says about its person what a test tells it. */
export function newAuthenticator() {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const coordinate = (value: string) => Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(value, 'base64url')])
  const start = Buffer.from([0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21])
  const cose = Buffer.concat([start, coordinate(x), Buffer.from([0x22]), coordinate(y)])

  const dataOf = ({ rpId, isVerified = true }: Told, attested?: Buffer) => {
    const flags = 1 | (isVerified ? 4 : 0) | (attested ? 64 : 0)
    return Buffer.concat([sha256(rpId), Buffer.from([flags, 0, 0, 0, 0]), attested ?? Buffer.alloc(0)])
  }
  const clientData = (type: string, challenge: string, { origin }: Told) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const answer = (response: object) => {
    const common = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} }
    return { ...common, response }
  }
  return {
    /** The answer to the options of a registration. */
    register(challenge: string, told: Told) {
      const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cose])
      const data = dataOf(told, attested)
      const head = Buffer.from([0xa3, ...Buffer.from('cfmtdnonegattStmt'), 0xa0, 0x68, ...Buffer.from('authData')])
      // The lengths of the words stand before them, as CBOR writes them.
      for (const [at, length] of [
        [1, 0x63],
        [5, 0x64],
        [10, 0x67],
      ] as const)
        head[at] = length
      const attestation = Buffer.concat([head, Buffer.from([0x58, data.length]), data])
      const sent = clientData('webauthn.create', challenge, told)
      return answer({ clientDataJSON: text(sent), attestationObject: text(attestation), transports: ['internal'] })
    },
    /** The answer to the options of a sign-in. */
    signIn(challenge: string, told: Told) {
      const [data, sent] = [dataOf(told), clientData('webauthn.get', challenge, told)]
      const signature = sign('sha256', Buffer.concat([data, sha256(sent)]), privateKey)
      const parts = { clientDataJSON: text(sent), authenticatorData: text(data), signature: text(signature) }
      return answer(parts)
    },
  }
}
