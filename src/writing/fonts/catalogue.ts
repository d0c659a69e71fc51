import { createRequire } from 'node:module'
import { join } from 'node:path'

const GOOGLE = '@expo-google-fonts'

/** The designs in every document. `hand` is for typed signatures. */
export const BASE = ['serif', 'sans', 'mono', 'hand'] as const
/** The designs for running text. */
export const TEXT = ['serif', 'sans'] as const
/** Latin, Greek and Cyrillic with marks placed correctly over any letter, for names of DIN 91379. */
const MARKS = ['serif-marks', 'sans-marks'] as const
/** The designs to try for other characters, in this order. */
export const OTHERS = [
  'hebrew',
  'arabic',
  'armenian',
  'georgian',
  'devanagari',
  'bengali',
  'gurmukhi',
  'gujarati',
  'oriya',
  'tamil',
  'telugu',
  'kannada',
  'malayalam',
  'sinhala',
  'thai',
  'lao',
  'khmer',
  'myanmar',
  'ethiopic',
  ...MARKS,
  'emoji',
  'han-simplified',
  'han-traditional',
  'japanese',
  'korean',
  'signs',
] as const

export type FamilyName = (typeof BASE)[number] | (typeof OTHERS)[number] | `folder-${number}`

/** These languages draw Han characters differently, so the design of the text's language comes first. */
export const HAN: Record<string, (typeof OTHERS)[number]> = {
  ja: 'japanese',
  ko: 'korean',
  'zh-Hant': 'han-traditional',
  'zh-Hans': 'han-simplified',
}

const bookFaces = ['400Regular', '600SemiBold', '400Regular_Italic', '600SemiBold_Italic']
const plainFaces = ['400Regular', '600SemiBold']

/** The files of a design: regular first, then bold and italic if the design has them. */
const FILES: Record<Exclude<FamilyName, `folder-${number}`>, string[]> = {
  serif: google('source-serif-4', 'SourceSerif4', bookFaces),
  sans: google('source-sans-3', 'SourceSans3', plainFaces),
  mono: ['dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'],
  hand: google('dancing-script', 'DancingScript', ['500Medium']),
  'serif-marks': google('noto-serif', 'NotoSerif', bookFaces),
  'sans-marks': google('noto-sans', 'NotoSans', bookFaces),
  hebrew: google('frank-ruhl-libre', 'FrankRuhlLibre', plainFaces),
  arabic: google('amiri', 'Amiri', ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']),
  armenian: noto('armenian', 'Armenian'),
  georgian: noto('georgian', 'Georgian'),
  devanagari: noto('devanagari', 'Devanagari'),
  bengali: noto('bengali', 'Bengali'),
  gurmukhi: noto('gurmukhi', 'Gurmukhi'),
  gujarati: noto('gujarati', 'Gujarati'),
  oriya: noto('oriya', 'Oriya'),
  tamil: noto('tamil', 'Tamil'),
  telugu: noto('telugu', 'Telugu'),
  kannada: noto('kannada', 'Kannada'),
  malayalam: noto('malayalam', 'Malayalam'),
  sinhala: noto('sinhala', 'Sinhala'),
  thai: noto('thai', 'Thai'),
  lao: noto('lao', 'Lao'),
  khmer: noto('khmer', 'Khmer'),
  myanmar: noto('myanmar', 'Myanmar'),
  ethiopic: noto('ethiopic', 'Ethiopic'),
  emoji: google('noto-emoji', 'NotoEmoji', ['400Regular']),
  'han-simplified': embed('sc', 'NotoSansHans'),
  'han-traditional': embed('tc', 'NotoSansHant'),
  japanese: embed('jp', 'NotoSansJP'),
  korean: embed('kr', 'NotoSansKR'),
  signs: ['dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'],
}

const require = createRequire(import.meta.url)

/** The paths of a bundled design's files. Reads nothing. */
export function filesOf(name: Exclude<FamilyName, `folder-${number}`>): string[] {
  return FILES[name].map((file) => {
    const [scope = '', name = '', ...rest] = file.split('/')
    // This package exports only its main file. Its fonts lie beside the folder of that file.
    if (scope === '@embedpdf') return join(require.resolve(`${scope}/${name}`), '../..', ...rest)
    return require.resolve(file)
  })
}

function google(folder: string, design: string, faces: string[]): string[] {
  return faces.map((face) => `${GOOGLE}/${folder}/${face}/${design}_${face}.ttf`)
}

function noto(folder: string, design: string): string[] {
  return google(`noto-sans-${folder}`, `NotoSans${design}`, plainFaces)
}

function embed(country: string, design: string): string[] {
  return ['Regular', 'Bold'].map((face) => `@embedpdf/fonts-${country}/fonts/${design}-${face}.otf`)
}
