import type { Direction } from '../../writing/index.ts'

/** The input of the template. Typst gets it as JSON and never reads it as code. */
export type Piece =
  | { k: 'text'; s: string; b?: true; i?: true; c?: true; x?: true; m?: true; long?: true }
  | { k: 'break' }
  | { k: 'link'; href: string; kids: Piece[] }
  /** A value that a signer filled in. */
  | { k: 'value'; kids: Piece[] }
  | { k: 'blank'; w: number }
  | { k: 'check'; on: boolean; alt: string }
  | { k: 'mark'; w: number; h: number; mark: SetMark }

/** A mark: a name that is set as handwriting, or a picture by its name in the job, `w` by `h` points. */
export type SetMark = { typed: Piece[] } | { image: string; w: number; h: number; alt: string }

export type SetCell = {
  kids: Piece[]
  align: 'left' | 'center' | 'right' | 'start'
  dir: Direction
}

/** `level` is the level for screen readers, `look` the drawn one. */
export type SetBlock = { dir: Direction } & (
  | { k: 'heading'; level: number; look: number; kids: Piece[] }
  | { k: 'par'; kids: Piece[] }
  | { k: 'list'; ordered: boolean; start: number; tight: boolean; bare: boolean; items: SetBlock[][] }
  | { k: 'quote'; kids: SetBlock[] }
  | { k: 'code'; s: string }
  | { k: 'table'; header: SetCell[]; rows: SetCell[][]; longest: Piece[][][]; widest: Piece[][][] }
  | { k: 'rule' }
)

/** A label and its value; `exact` values (ids, hashes) have a face of fixed width. */
export type SetDetail = { label: string; kids: Piece[]; exact?: true }

type SetAct = { label: string; cells: Piece[][] }

export type SetSigner = {
  heading: Piece[]
  role: Piece[]
  name: Piece[]
  email: Piece[]
  mark: SetMark
  summary: SetDetail[]
  acts: SetAct[]
  proofs: SetDetail[]
}

/** What stands in a place of a page of a PDF, in points from its upper left corner. */
export type SetPlaced = { x: number; y: number; w: number; h: number } & (
  | { k: 'text'; kids: Piece[] }
  | { k: 'tick'; alt: string }
  | { k: 'mark'; mark: SetMark }
)

/** What is put over a page of a PDF, as large as the page as it is seen. */
export type SetLayer = { w: number; h: number; placed: SetPlaced[] }

export type SetAgreement = {
  layers: SetLayer[]
  /** The number of the first page behind the layers. */
  first: number
  title: Piece[]
  /** For the file's own metadata, as plain text. */
  name: string
  lang: string
  region: string | null
  owner: Piece[]
  author: string
  blocks: SetBlock[]
  signers: SetSigner[]
  facts: SetDetail[]
  /** Where to have the document verified: a picture that a phone reads, by its name in the job, and its address. */
  verify: { image: string; address: string; alt: string } | null
  foot: string
  date: number[]
  words: Record<'lang' | 'empty' | 'introduction' | 'verify' | 'plain' | 'page', string> & { acts: string[] } & Record<
      'signatures' | 'evidence' | 'record' | 'agreement',
      Piece[]
    >
}

/** One document to set: `images` by the names that the data uses. */
export type TypesetJob = {
  data: string
  /** The direction of the document. */
  dir: Direction
  /** The families of fonts that the text needs besides those of every document, in the order of their use. */
  fonts: { label: string; files: string[] }[]
  images: { name: string; bytes: Uint8Array }[]
}
