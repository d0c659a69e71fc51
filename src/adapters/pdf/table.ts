import type { Piece, SetCell } from './model.ts'

/** The words and cells of each column that may be the widest. The template measures only these. */
const CANDIDATES = 6
const WIDE =
  /[A-ZÀ-ÞМШЩЖЮ@%&mwMW—\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}]/u
const NARROW = /[iljt.,;:'’!|()[\] ıfrI\p{M}]/u
/** Widths of parts that are no text, in points divided by the size of the text. */
const BOX = { blank: 11, check: 1, mark: 15 }

/**
 * For each column its likely longest words and widest cells, by a rough guess. A number and its currency or unit
 * count as one word.
 */
export function findLongest(rows: SetCell[][]): { longest: Piece[][][]; widest: Piece[][][] } {
  const columns = rows[0]?.length ?? 0
  const longest: Piece[][][] = []
  const widest: Piece[][][] = []
  for (let column = 0; column < columns; column++) {
    const cells = rows.map((row) => row[column]?.kids ?? [])
    widest.push(pickWidest(cells))
    longest.push(pickWidest(cells.flatMap(wordsOf)))
  }
  return { longest, widest }
}

function pickWidest(candidates: Piece[][]): Piece[][] {
  const guessed = candidates.map((pieces) => ({ pieces, width: pieces.reduce((sum, piece) => sum + guess(piece), 0) }))
  const picked = guessed.sort((a, b) => b.width - a.width).slice(0, CANDIDATES)
  return picked.map(({ pieces }) => pieces)
}

function guess(piece: Piece): number {
  switch (piece.k) {
    case 'text': {
      let width = 0
      for (const letter of piece.s) width += NARROW.test(letter) ? 0.3 : WIDE.test(letter) ? 0.9 : 0.52
      return piece.b ? width * 1.06 : width
    }
    case 'link':
    case 'value':
      return piece.kids.reduce((sum, kid) => sum + guess(kid), 0)
    case 'break':
      return 0
    default:
      return BOX[piece.k]
  }
}

/** The words of a cell with their looks; parts that touch stay together. */
function wordsOf(cell: Piece[]): Piece[][] {
  const words: Piece[][] = [[]]
  const add = (piece: Piece) => words.at(-1)?.push(piece)
  const walk = (pieces: Piece[]) => {
    for (const piece of pieces) {
      if (piece.k === 'break') words.push([])
      else if (piece.k === 'value' || piece.k === 'link') walk(piece.kids)
      else if (piece.k !== 'text') add(piece)
      else {
        splitWords(piece.s).forEach((word, index) => {
          if (index > 0) words.push([])
          if (word !== '') add({ ...piece, s: word })
        })
      }
    }
  }
  walk(cell)
  return words.filter((word) => word.length > 0)
}

const SPACES = /[\u0020\u2000-\u2006\u2008-\u200b]+/
const NO_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

function splitWords(text: string): string[] {
  return text
    .split(SPACES)
    .flatMap((word) => (NO_SPACES.test(word) ? [...segmenter.segment(word)].map(({ segment }) => segment) : [word]))
}
