import { renderSVG } from 'uqr'
import type { Block, FinishedAgreement, Inline } from '../../core/agreements/document/index.ts'
import { directionOfLanguage, familyLabel, filesOfFamily, hasFromRight } from '../../writing/index.ts'
import { setBlocks, withEvenLevels } from './blocks.ts'
import { setFacts, setSigner } from './evidence.ts'
import { setLayers } from './layers.ts'
import { collectMarks } from './marks.ts'
import type { SetAgreement, TypesetJob } from './model.ts'
import { createTextSetter } from './text.ts'
import { spokenOf, type Words, wordsOf } from './words.ts'

/**
 * Makes the typesetter's input for a finished agreement. For a PDF, that is layers over its pages and the pages after
 * them.
 */
export function setAgreement({ pdf, ...input }: FinishedAgreement): TypesetJob & { over: number[] } {
  const { lang, region } = languageOf(input.language)
  const dir = directionOfLanguage(input.language)
  const text = createTextSetter(input.language, dir === 'rtl' || hasFromRight(JSON.stringify(input)))
  const spoken = spokenOf(input.spoken)
  const words = wordsOf(spoken)
  const marks = collectMarks(text, words.drawn)
  const setting = { text, marks, words, fields: input.fields }
  const { layers, pages: over } = pdf ? setLayers(setting, pdf) : { layers: [], pages: [] }
  const saying = { text, words, spoken }
  const { proof } = input
  const set: SetAgreement = {
    layers,
    first: (pdf?.pages.length ?? 0) + 1,
    title: text.pieces(input.title),
    name: text.plain(input.title),
    author: text.plain(input.organizationName),
    lang,
    region,
    owner: text.pieces(input.organizationName),
    blocks: withEvenLevels(setBlocks(setting, blocksOf(input, words), dir)),
    signers: input.signers.map((signer) => setSigner(saying, marks, signer)),
    facts: setFacts(saying, input),
    verify: proof ? { image: 'verify.svg', address: proof.verifyUrl, alt: words.verify_alt } : null,
    foot: words.submission({ id: input.submissionId }),
    date: partsOf(input.completedAt),
    words: {
      lang: spoken,
      empty: words.empty,
      plain: words.plain,
      introduction: words.introduction,
      verify: words.verify,
      page: words.page,
      acts: [words.acts.act, words.acts.time, words.acts.address, words.acts.browser],
      signatures: text.pieces(words.signatures),
      evidence: text.pieces(words.evidence),
      record: text.pieces(words.record),
      agreement: text.pieces(words.agreement),
    },
  }
  return {
    data: JSON.stringify(set),
    dir,
    fonts: [...text.families].map((name) => ({ label: familyLabel(name), files: filesOfFamily(name) })),
    images: proof ? [...marks.images, { name: 'verify.svg', bytes: drawCode(proof.verifyUrl) }] : marks.images,
    over,
  }
}

/** A URL as a QR code. */
function drawCode(address: string): Uint8Array {
  return Buffer.from(renderSVG(address, { ecc: 'M', border: 0 }))
}

/** The parts of a BCP 47 tag that the typesetter knows. */
function languageOf(tag: string): { lang: string; region: string | null } {
  const locale = new Intl.Locale(tag)
  const region = locale.region ?? (locale.script ? locale.maximize().region : undefined)
  return { lang: locale.language, region: region && /^[A-Z]{2}$/.test(region) ? region : null }
}

function partsOf(instant: Date): number[] {
  return instant.toISOString().slice(0, 19).split(/[-T:]/).map(Number)
}

/** The blocks of the text, followed by a table of the fields that are not in it. */
function blocksOf({ document, title, unplaced = [] }: FinishedAgreement, words: Words): Block[] {
  const blocks = withoutTitle(document.blocks, title)
  if (unplaced.length === 0) return blocks
  const text = (words: string): Inline => ({ kind: 'text', text: words })
  const rows = unplaced.map(({ key, label }): Inline[][] => [[text(label)], [{ kind: 'field', key }]])
  return [...blocks, { kind: 'table', align: ['left', 'left'], header: [[text(words.also)], []], rows }]
}

/** The blocks without a first heading that repeats the title. */
function withoutTitle(blocks: Block[], title: string): Block[] {
  const [first, ...rest] = blocks
  const [inline] = first?.kind === 'heading' && first.children.length === 1 ? first.children : []
  return inline?.kind === 'text' && inline.text.trim() === title.trim() ? rest : blocks
}
