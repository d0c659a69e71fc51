import type { DrawnPage, PdfFinishing, PdfReading } from '../../core/agreements/sources/index.ts'
import type { Refused } from './read.ts'

/** The work on a PDF that runs in a separate process. */
export type SourceJob = { bytes: Uint8Array } & (
  | { kind: 'read'; most: number }
  | { kind: 'draw'; page: number; width: number }
  | { kind: 'finish'; finishing: PdfFinishing }
)

export type SourceResult =
  | { kind: 'read'; found: PdfReading | Refused }
  | { kind: 'draw'; drawn: DrawnPage }
  | { kind: 'finish'; bytes: Uint8Array }
