/**
 * The header that names a downloaded file (RFC 6266): with all letters (RFC 8187), and in ASCII for programs that read
 * only ASCII.
 */
export function attachmentNamed(filename: string): string {
  const name = filename.toWellFormed().replace(/[\p{Cc}"\\/]/gu, '_')
  const plain = toAscii(name)
  if (plain === name) return `attachment; filename="${plain}"`
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** The name without `%` too, because some programs decode `%` in a plain name. */
function toAscii(name: string): string {
  const [, stem = name, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/su.exec(name) ?? []
  const letters = stem
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^ -~]+|%/gu, '_')
  return `${/[A-Za-z0-9]/.test(letters) ? letters : 'document'}${ending}`
}
