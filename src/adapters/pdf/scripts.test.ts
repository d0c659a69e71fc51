import { describe, expect, test } from 'vitest'
import { setAgreement } from './agreement.ts'
import { renderAgreementPdf } from './index.ts'
import { askProgram } from './read-pdf.fixture.ts'
import { sample } from './sample.fixture.ts'
import { createTextSetter } from './text.ts'

const sentences: [language: string, font: string, sentence: string][] = [
  ['zh', 'NotoSansHans', '本协议由甲方与乙方签订。'],
  ['zh-Hant', 'NotoSansHant', '本協議由甲方與乙方簽訂。'],
  ['ja', 'NotoSansJP', '本契約は以下の当事者間で締結される。'],
  ['ko', 'NotoSansKR', '본 계약은 당사자 간에 체결된다.'],
  ['th', 'NotoSansThai', 'สัญญานี้ทำขึ้นระหว่างคู่สัญญา'],
  ['hi', 'NotoSansDevanagari', 'यह समझौता पक्षों के बीच किया गया है'],
  ['bn', 'NotoSansBengali', 'এই চুক্তিটি পক্ষগুলির মধ্যে'],
  ['ta', 'NotoSansTamil', 'இந்த ஒப்பந்தம்'],
  ['am', 'NotoSansEthiopic', 'ይህ ስምምነት'],
  ['ar', 'Amiri', 'هذه الاتفاقية مبرمة بين الطرفين'],
  ['he', 'FrankRuhlLibre', 'הסכם זה נערך בין הצדדים'],
  ['en', 'NotoEmoji', '✅ ❌ 😀 👩‍👩‍👧 🇫🇷'],
]

describe('every script', () => {
  test.each(sentences)('in %s uses %s, and reads back completely', async (language, font, sentence) => {
    const bytes = await renderAgreementPdf({ ...sample(sentence), language })
    expect(askProgram('pdffonts', bytes)).toContain(font)
    // Readers differ in the order and the joining of right-to-left letters.
    const shown = new Set(askProgram('pdftotext', bytes).normalize('NFKC'))
    const letters = new Set(sentence.normalize('NFKC').replace(/[^\p{L}\p{M}\p{So}]|\ufe0f/gu, ''))
    expect([...letters].filter((letter) => !shown.has(letter))).toEqual([])
    expect(shown.has('\u{fffd}')).toBe(false)
  })

  test('is loaded only for a text that needs it', () => {
    expect(setAgreement(sample()).fonts).toEqual([])
    expect(setAgreement(sample('租金')).fonts.map(({ label }) => label)).toEqual(['sealane-han-simplified'])
  })
})

test('a word with combining marks uses one font that places them correctly', () => {
  const { pieces } = createTextSetter('en', false)
  expect(pieces('by Ọ̀mọ́tọ́lá M̂ and Zoë')).toEqual([
    { k: 'text', s: 'by ' },
    { k: 'text', s: 'Ọ̀mọ́tọ́lá M̂ '.normalize('NFC'), m: true },
    { k: 'text', s: 'and Zoë' },
  ])
})

test('a value keeps its letter order inside text of the other direction', () => {
  const { isolated } = createTextSetter('ar', true)
  expect(isolated('2026-12-01')).toEqual([{ k: 'text', s: '\u20682026-12-01\u2069' }])
})
