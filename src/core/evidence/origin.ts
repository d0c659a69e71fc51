/** The name of an installation in its logs and certificates: its public URL without the scheme. */
export function hostOf(publicUrl: string): string {
  return publicUrl.replace(/^https?:\/\//, '')
}
