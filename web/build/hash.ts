import { hash } from 'node:crypto'

/** A part of a file's name that changes with what is in it. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').replaceAll(/[-_]/g, '').slice(0, 8)
}
