import { hash } from 'node:crypto'

/** The part of a file's name that changes with its content. */
export function shortHash(text: string): string {
  return hash('sha256', text, 'base64url').replaceAll(/[-_]/g, '').slice(0, 8)
}
