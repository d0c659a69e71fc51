import type { Block, FinishedAgreement } from '../../core/agreements/document/index.ts'
import { directionOfLanguage, familyLabel, filesOfFamily, hasFromRight } from '../../writing/index.ts'
import { setBlocks, withEvenLevels } from './blocks.ts'
import { setFacts, setSigner } from './evidence.ts'
import { collectMarks } from './marks.ts'
import type { SetAgreement, TypesetJob } from './model.ts'
import { createTextSetter } from './text.ts'

/** The constant words of the document. */
const WORDS = {
  empty: 'This agreement has no text.',
  acts: ['Act', 'Time', 'From address', 'With browser'],
  plain: 'This file is a plain PDF: something in its text is not allowed in an archive (PDF/A).',
  introduction:
    'This page tells how the agreement on the pages before it was presented, consented to and signed. ' +
    'All times are in Coordinated Universal Time (UTC). Hashes are SHA-256 in hexadecimal.',
}

/** All that the typesetter needs to set a finished agreement. */
export function setAgreement(input: FinishedAgreement): TypesetJob {
  const { lang, region } = languageOf(input.language)
  const dir = directionOfLanguage(input.language)
  const text = createTextSetter(input.language, dir === 'rtl' || hasFromRight(JSON.stringify(input)))
  const marks = collectMarks(text)
  const setting = { text, marks, fields: input.fields }
  const set: Omit<SetAgreement, 'others'> = {
    title: text.pieces(input.title),
    name: text.plain(input.title),
    author: text.plain(input.organizationName),
    lang,
    region,
    dir,
    owner: text.pieces(input.organizationName),
    blocks: withEvenLevels(setBlocks(setting, withoutTitle(input.document.blocks, input.title), dir)),
    signers: input.signers.map((signer) => setSigner(text, marks, signer)),
    facts: setFacts(text, input),
    foot: `Submission ${input.submissionId}`,
    date: partsOf(input.completedAt),
    words: {
      ...WORDS,
      signatures: text.pieces('Signatures'),
      evidence: text.pieces('EVIDENCE'),
      record: text.pieces('Record of signing'),
      agreement: text.pieces('Agreement'),
    },
  }
  const others = [...text.families]
  return {
    data: JSON.stringify({ ...set, others }),
    fonts: others.map((name) => ({ label: familyLabel(name), files: filesOfFamily(name) })),
    images: marks.images,
  }
}

/** A tag of BCP 47 in the parts that the typesetter knows. */
function languageOf(tag: string): { lang: string; region: string | null } {
  const locale = new Intl.Locale(tag)
  const region = locale.region ?? (locale.script ? locale.maximize().region : undefined)
  return { lang: locale.language, region: region && /^[A-Z]{2}$/.test(region) ? region : null }
}

function partsOf(instant: Date): number[] {
  return instant.toISOString().slice(0, 19).split(/[-T:]/).map(Number)
}

/** The blocks without a first heading that only repeats the title. */
function withoutTitle(blocks: Block[], title: string): Block[] {
  const [first, ...rest] = blocks
  const [inline] = first?.kind === 'heading' && first.children.length === 1 ? first.children : []
  return inline?.kind === 'text' && inline.text.trim() === title.trim() ? rest : blocks
}
