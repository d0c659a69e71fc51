/** The typesetter's name in the file, and ours of the same length, so that no offset moves. */
const CHANGES: [written: string, wanted: string][] = [
  ['/Creator (Typst 0.14.2)', '/Producer (Sealane)'],
  ['<xmp:CreatorTool>Typst 0.14.2</xmp:CreatorTool>', '<pdf:Producer>Sealane</pdf:Producer>'],
]

/** Writes our name into the file's two records of it, which PDF/A requires to agree. Throws when one is missing. */
export function nameProducer(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (const [written, wanted] of CHANGES) {
    const at = file.indexOf(written, 0, 'latin1')
    if (at === -1) throw new Error(`the typeset file does not say ${written}`)
    file.write(wanted.padEnd(written.length), at, 'latin1')
  }
  return bytes
}
