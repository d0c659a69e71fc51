import type { SealLevel } from './format.ts'

/** What a certificate signs: documents or timestamps. Each kind has its own root. */
export type SealKind = 'seal' | 'time'
export type KeyAlgorithm = 'ec-p256' | 'rsa-3072'

/** A certificate in DER, and its private key in PKCS#8 (DER). */
export type Issued = { certificate: Uint8Array; privateKey: Uint8Array }

/** A private key, or a command that signs (an HSM or a remote provider; docs/sealing.md). */
export type SealKey = { pkcs8: Uint8Array } | { command: readonly string[] }

/**
 * A signing identity. The chain goes from the certificate to the root. `crls` are the revocation lists of its issuers.
 */
export type SealIdentity = { key: SealKey; chain: readonly Uint8Array[]; crls: readonly Uint8Array[] }

/** The content of a timestamp. */
export type Stamping = { imprint: Uint8Array; nonce: bigint; serial: bigint; at: Date }

/** A timestamp authority. The built-in one takes the serial number of each timestamp from the database. */
export type TimeAuthority =
  | {
      kind: 'built-in'
      identity: SealIdentity
      nextSerial(): Promise<bigint>
      /** Makes the token in a worker. Without it, this thread makes the token. */
      stamp?(stamping: Stamping): Promise<Uint8Array>
    }
  | {
      kind: 'url'
      url: string
      /** The roots that its certificates must lead to. */
      roots: readonly Uint8Array[]
      /** Revocation lists of its issuers. */
      crls?: readonly Uint8Array[]
    }

export type SealRequest = {
  pdf: Uint8Array
  /**
   * Whether this server set the PDF. Then no limited worker is needed, because handing the PDF over costs more than
   * parsing it.
   */
  isSetHere?: boolean
  /** The file evidence.json, which names the level. */
  evidence: Uint8Array
  level: SealLevel
  identity: SealIdentity
  /** Asked in this order until one answers correctly. */
  authorities: readonly TimeAuthority[]
  at: Date
  /** The name of the signer that PDF readers show. */
  name: string
  reason: string
  location?: string
  /**
   * Logs the SHA-256 (hex) of the whole document except the seal, before the document is sealed. Without it, the
   * document cannot prove that its pages belong to its evidence.
   */
  prove?(contentSha256: string): Promise<ContentProof>
}

/** The file that proves that the content of a document is in the log, and the time when it was fetched. */
export type ContentProof = { bytes: Uint8Array; at: Date }

export type Sealed = {
  bytes: Uint8Array
  level: SealLevel
  /** The time of the first timestamp. */
  signedAt: Date
  /** The URL of the timestamp authority, or `built-in`. */
  authority: string
  /** The SHA-256 (hex) of the certificate that sealed. */
  certificateSha256: string
  /**
   * At B-LTA, the time before which `refresh` must add another timestamp: the newest timestamp's certificate expires
   * then.
   */
  refreshBefore: Date | null
}

export type RefreshRequest = {
  /** A document with a B-LTA seal. */
  pdf: Uint8Array
  /** Every timestamp root that this installation has ever trusted. */
  timeRoots: readonly Uint8Array[]
  /** The present revocation lists of all authorities that stamped the document. */
  crls: readonly Uint8Array[]
  authorities: readonly TimeAuthority[]
  at: Date
}

export type Refreshed = { bytes: Uint8Array; stampedAt: Date; authority: string; refreshBefore: Date }

/** An imported identity: its chain, and its key unless the key stays elsewhere. */
export type Imported = { privateKey: Uint8Array | null; chain: Uint8Array[] }

export type MakeOptions = { kind: SealKind; name: string; algorithm: KeyAlgorithm; now: Date }

/** Why a document was not sealed. A document is never sealed at a lower level than requested. */
export const sealFaults = [
  'authority_failed',
  'certificate_early',
  'certificate_expired',
  'certificate_revoked',
  'certificate_unfit',
  'chain_broken',
  'evidence_level',
  'import_unreadable',
  'key_mismatch',
  'key_missing',
  'passphrase_wrong',
  'pdf_unreadable',
  'revocation_missing',
  'signing_failed',
  'signing_slow',
  'not_sealed',
] as const
export type SealFault = (typeof sealFaults)[number]

/** Makes certificates, seals and timestamps. Sealing throws SealError. */
export type SealTools = {
  /** Makes a self-signed certificate that can issue others. */
  makeRoot(options: MakeOptions & { years: number }): Promise<Issued>
  /** Makes a certificate that seals or stamps. `crlUrl` is the URL of the issuer's revocation list. */
  makeLeaf(root: Issued, options: MakeOptions & { days: number; crlUrl?: string }): Promise<Issued>
  /** Makes the revocation list of a root in DER. `serial` is the serial number of a certificate as bytes. */
  makeCrl(
    root: Issued,
    options: { now: Date; number: bigint; nextUpdate: Date; revoked: readonly { serial: Uint8Array; at: Date }[] },
  ): Promise<Uint8Array>
  /** Reads the key and the chain of a PKCS#12 file, as openssl, Windows and authorities write it. Throws SealError. */
  readPkcs12(bytes: Uint8Array, passphrase: string): Promise<Imported & { privateKey: Uint8Array }>
  /**
   * Reads keys and certificates in PEM, in any order. Without a key, the first certificate is the one that signs.
   * Throws SealError.
   */
  readPem(text: string, passphrase?: string): Imported
  /** Reads revocation lists in PEM or DER. Skips anything else, and formats that are not supported. */
  readCrls(files: readonly Uint8Array[]): Uint8Array[]
  seal(request: SealRequest): Promise<Sealed>
  /**
   * Tries everything that a seal needs except the document: certificate, key, timestamp authority and revocation lists.
   */
  rehearse(request: Omit<SealRequest, 'pdf' | 'evidence' | 'prove'>): Promise<void>
  /** Adds a timestamp to a B-LTA document before the certificate of its newest timestamp expires. */
  refresh(request: RefreshRequest): Promise<Refreshed>
}
