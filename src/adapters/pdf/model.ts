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

/** The content of a place on a PDF page, in points from the upper left corner of the page. */
export type SetPlaced = { x: number; y: number; w: number; h: number } & (
  | { k: 'text'; kids: Piece[] }
  | { k: 'tick'; alt: string }
  | { k: 'mark'; mark: SetMark }
)

/** The layer over a page of a PDF. It has the size of the seen page. */
export type SetLayer = { w: number; h: number; placed: SetPlaced[] }

export type SetAgreement = {
  layers: SetLayer[]
  /** The number of the first page behind the layers. */
  first: number
  title: Piece[]
  /** The file's own metadata, as plain text. */
  name: string
  lang: string
  region: string | null
  owner: Piece[]
  author: string
  blocks: SetBlock[]
  signers: SetSigner[]
  facts: SetDetail[]
  /** The place where a reader can have the document verified: the name of its QR code in the job, and its URL. */
  verify: { image: string; address: string; alt: string } | null
  foot: string
  date: number[]
  words: Record<'lang' | 'empty' | 'introduction' | 'verify' | 'plain' | 'page', string> & { acts: string[] } & Record<
      'signatures' | 'evidence' | 'record' | 'agreement',
      Piece[]
    >
}

/** One document to set. The data names the pictures in `images`. */
export type TypesetJob = {
  data: string
  dir: Direction
  /** The font families that the text needs besides those of every document, in the order of their use. */
  fonts: { label: string; files: string[] }[]
  images: { name: string; bytes: Uint8Array }[]
}
