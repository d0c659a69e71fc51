import type { DrawnPage, PdfReading } from '../../core/agreements/sources/index.ts'
import type { Finishing } from './finish.ts'
import type { Refused } from './read.ts'

/** What is done to a PDF in a process of its own. */
export type SourceJob = { bytes: Uint8Array } & (
  | { kind: 'read'; most: number }
  | { kind: 'draw'; page: number; width: number }
  | { kind: 'finish'; finishing: Finishing }
)

export type SourceResult =
  | { kind: 'read'; found: PdfReading | Refused }
  | { kind: 'draw'; drawn: DrawnPage }
  | { kind: 'finish'; bytes: Uint8Array }
