import type { SealLevel } from './format.ts'

/** What is signed: finished documents, or times. Their keys and roots are kept apart. */
export type SealKind = 'seal' | 'time'
export type KeyAlgorithm = 'ec-p256' | 'rsa-3072'

/** A certificate in DER, and its private key in PKCS#8 (DER). */
export type Issued = { certificate: Uint8Array; privateKey: Uint8Array }

/** What signs: a key, or a command that signs (an HSM, a remote provider; docs/sealing.md). */
export type SealKey = { pkcs8: Uint8Array } | { command: readonly string[] }

/** Who signs. The chain begins with the leaf and ends with the root; `crls` are those of its issuers. */
export type SealIdentity = { key: SealKey; chain: readonly Uint8Array[]; crls: readonly Uint8Array[] }

/** Who says what time it is. The built-in one takes a new number for each stamp from the database. */
export type TimeAuthority =
  | { kind: 'built-in'; identity: SealIdentity; nextSerial(): Promise<bigint> }
  | {
      kind: 'url'
      url: string
      /** Whom its certificates must lead to. */
      roots: readonly Uint8Array[]
      /** Lists of what its issuers have revoked. */
      crls?: readonly Uint8Array[]
    }

export type SealRequest = {
  pdf: Uint8Array
  /** evidence.json, which names the level. */
  evidence: Uint8Array
  level: SealLevel
  identity: SealIdentity
  /** Asked in this order, until one answers well. */
  authorities: readonly TimeAuthority[]
  at: Date
  /** Who seals, as readers show it. */
  name: string
  reason: string
  location?: string
}

export type Sealed = {
  bytes: Uint8Array
  level: SealLevel
  /** The time of the first timestamp. */
  signedAt: Date
  /** The URL of the authority, or `built-in`. */
  authority: string
  /** Of the certificate that seals, in hex. */
  certificateSha256: string
  /** At B-LTA, until when another timestamp must follow (`refresh`): the end of the newest one's certificate. */
  refreshBefore: Date | null
}

export type RefreshRequest = {
  /** A document that was sealed at B-LTA. */
  pdf: Uint8Array
  /** Every root of times that was ever believed here. */
  timeRoots: readonly Uint8Array[]
  /** The present lists of all authorities of the timestamps in the document. */
  crls: readonly Uint8Array[]
  authorities: readonly TimeAuthority[]
  at: Date
}

export type Refreshed = { bytes: Uint8Array; stampedAt: Date; authority: string; refreshBefore: Date }

/** What a file brings: a key in PKCS#8 when there is one, and certificates from its own to the last issuer. */
export type Imported = { privateKey: Uint8Array | null; chain: Uint8Array[] }

export type MakeOptions = { kind: SealKind; name: string; algorithm: KeyAlgorithm; now: Date }

/** Why something was not sealed. Nothing is ever sealed at a lower level than was asked for. */
export type SealFault =
  | 'authority_failed'
  | 'certificate_expired'
  | 'certificate_revoked'
  | 'certificate_unfit'
  | 'chain_broken'
  | 'evidence_level'
  | 'import_unreadable'
  | 'key_mismatch'
  | 'key_missing'
  | 'passphrase_wrong'
  | 'pdf_unreadable'
  | 'revocation_missing'
  | 'signing_failed'
  | 'not_sealed'

/** Makes certificates, seals and timestamps. Errors of sealing are SealErrors. */
export type SealTools = {
  /** A certificate that signs itself, and may issue others. */
  makeRoot(options: MakeOptions & { years: number }): Promise<Issued>
  /** A certificate that seals, or that says times. `crlUrl` is where its issuer's list can be fetched. */
  makeLeaf(root: Issued, options: MakeOptions & { days: number; crlUrl?: string }): Promise<Issued>
  /** The list of what a root has revoked, in DER. `serial` are the bytes of a certificate's number. */
  makeCrl(
    root: Issued,
    options: { now: Date; number: bigint; nextUpdate: Date; revoked: readonly { serial: Uint8Array; at: Date }[] },
  ): Promise<Uint8Array>
  /** The key and the chain of a PKCS#12 file, as openssl, Windows and authorities write them. Throws SealError. */
  readPkcs12(bytes: Uint8Array, passphrase: string): Promise<Imported & { privateKey: Uint8Array }>
  /** The same of a text in PEM, in any order. Without a key (it stays in an HSM) the first certificate is the leaf. Throws SealError. */
  readPem(text: string, passphrase?: string): Imported
  /** The lists of revoked certificates in files of PEM or DER. What is none, or is of a form that is not taken, is passed over. */
  readCrls(files: readonly Uint8Array[]): Uint8Array[]
  seal(request: SealRequest): Promise<Sealed>
  /** Tries all of a seal but the document: certificate, key, authority, and at higher levels the lists. */
  rehearse(request: Omit<SealRequest, 'pdf' | 'evidence'>): Promise<void>
  /** Another timestamp over a document of B-LTA, before the certificate of its newest ends. */
  refresh(request: RefreshRequest): Promise<Refreshed>
}
