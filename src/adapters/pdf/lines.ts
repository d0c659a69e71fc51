import type { Typefaces } from './fonts.ts'
import type { Style } from './theme.ts'
import { type Atom, type Glyphs, type Run, typeset } from './typeset.ts'

/** One line of a paragraph; `ascent` and `depth` are what its boxes need around the baseline, 0 without boxes. */
export type Line = { atoms: Atom[]; width: number; ascent: number; depth: number }

type Word = { atoms: Atom[]; width: number; space: boolean }
type Token = Word | 'break'

// A no-break space is a word character; a line may break after a dash or slash and around ideographs.
const PIECES =
  /[^\S\u00a0\u202f\u2007]+|(?:(?![\u2e80-\u9fff\uac00-\ud7af])[\S\u00a0\u202f\u2007])+?(?:[-\u2013\u2014/](?=\p{L})|(?=[^\S\u00a0\u202f\u2007]|[\u2e80-\u9fff\uac00-\ud7af]|$))|[\s\S]/gu
const COMBINING = /\p{M}/u

/** Breaks runs into lines no wider than `width` points. A word wider than a line is cut between characters. */
export function breakLines(faces: Typefaces, runs: Run[], width: number): Line[] {
  const lines: Line[] = []
  let line = emptyLine()
  let spaces: Atom[] = []
  const finish = () => {
    lines.push(line)
    line = emptyLine()
    spaces = []
  }
  for (const token of tokenize(faces, runs)) {
    if (token === 'break') {
      finish()
      continue
    }
    if (token.space) {
      if (line.atoms.length > 0) spaces.push(...token.atoms)
      continue
    }
    const gap = spaces.reduce((sum, space) => sum + space.width, 0)
    if (line.atoms.length > 0 && line.width + gap + token.width > width) finish()
    for (const atom of spaces) addAtom(line, atom)
    spaces = []
    if (token.width <= width) {
      for (const atom of token.atoms) addAtom(line, atom)
      continue
    }
    for (const part of cutAtoms(faces, token.atoms, width)) {
      if (line.atoms.length > 0 && line.width + part.width > width) finish()
      addAtom(line, part)
    }
  }
  if (line.atoms.length > 0) lines.push(line)
  return lines
}

/** Cuts a text between characters wherever a line is full, and keeps every space: for code. */
export function cutLines(faces: Typefaces, text: string, style: Style, width: number): Line[] {
  const lines = [emptyLine()]
  for (const part of cutAtoms(faces, typeset(faces, text, style), width)) {
    let line = lines.at(-1)
    if (!line || line.width + part.width > width) {
      line = emptyLine()
      lines.push(line)
    }
    addAtom(line, part)
  }
  return lines
}

function emptyLine(): Line {
  return { atoms: [], width: 0, ascent: 0, depth: 0 }
}

function addAtom(line: Line, atom: Atom): void {
  line.atoms.push(atom)
  line.width += atom.width
  if (atom.kind === 'box') {
    line.ascent = Math.max(line.ascent, atom.height)
    line.depth = Math.max(line.depth, atom.depth)
  }
}

/** Words with no space between them stay together, so that a change of style inside a word is no place to break. */
function tokenize(faces: Typefaces, runs: Run[]): Token[] {
  const tokens: Token[] = []
  let open: Word | undefined
  const append = (atoms: Atom[]) => {
    if (!open) {
      open = { atoms: [], width: 0, space: false }
      tokens.push(open)
    }
    for (const atom of atoms) {
      open.atoms.push(atom)
      open.width += atom.width
    }
  }
  for (const run of runs) {
    if (run.kind === 'break') {
      tokens.push('break')
      open = undefined
    } else if (run.kind === 'box') {
      append([run])
    } else {
      for (const piece of run.text.match(PIECES) ?? []) {
        const space = /^[^\S\u00a0\u202f\u2007]/.test(piece)
        if (space || isIdeograph(piece)) open = undefined
        if (space) tokens.push(wordOf(typeset(faces, ' ', run.style), true))
        else append(typeset(faces, piece, run.style))
        if (/[-\u2013\u2014/]$/.test(piece) || isIdeograph(piece)) open = undefined
      }
    }
  }
  return tokens
}

const isIdeograph = (piece: string) => /^[\u2e80-\u9fff\uac00-\ud7af]/.test(piece)

function wordOf(atoms: Atom[], space: boolean): Word {
  return { atoms, width: atoms.reduce((sum, atom) => sum + atom.width, 0), space }
}

function cutAtoms(faces: Typefaces, atoms: Atom[], width: number): Atom[] {
  return atoms.flatMap((atom): Atom[] => (atom.kind === 'glyphs' ? cutGlyphs(faces, atom, width) : [atom]))
}

function cutGlyphs(faces: Typefaces, atom: Glyphs, width: number): Glyphs[] {
  const parts: Glyphs[] = []
  let part: Glyphs = { ...atom, text: '', width: 0 }
  for (const character of atom.text) {
    const advance = faces.glyphFor(character, atom.face).width * atom.style.size + (atom.style.tracking ?? 0)
    if (part.text !== '' && part.width + advance > width && !COMBINING.test(character)) {
      parts.push(part)
      part = { ...atom, text: '', width: 0 }
    }
    part.text += character
    part.width += advance
  }
  return [...parts, part]
}
