import { SOURCE, sample } from '../../src/adapters/pdf/sample.fixture.ts'
import type { FinishedAgreement } from '../../src/core/agreements/document/index.ts'

const SCRIPTS = `# Many scripts

中文协议由双方签订。日本語の契約書です。한국어 계약서입니다. สัญญานี้ทำขึ้นระหว่างผู้ให้เช่าและผู้เช่า यह समझौता पक्षों के बीच किया गया है

הסכם זה נערך ונחתם ביום {{start_date}} בין הצדדים.

أُبرمت هذه الاتفاقية بتاريخ {{start_date}} بين الطرفين.

Ελληνικά, Українська, Tiếng Việt, Čeština, ქართული, Հայերեն; **Ọ̀mọ́tọ́lá M̂ K̇**; ✅ ❌ 😀

| البند | المبلغ |
|---|--:|
| الإيجار | 1,200.00 € |
`

/** Finished agreements by their number of pages, with the record of signing. */
export const documents: Record<string, FinishedAgreement> = {
  '2 pages': withOneSigner(sample(shorten(SOURCE))),
  '4 pages': sample(SOURCE),
  '10 pages': sample(repeat(6)),
  '50 pages': sample(repeat(38)),
  '100 pages': sample(repeat(78)),
  'many scripts': sample(SCRIPTS),
}

/** The same agreement, signed by another person: other names, ids and hashes, the same text. */
export function signedBySomebodyElse(agreement: FinishedAgreement, index: number): FinishedAgreement {
  const name = `Zoë Łukasiewicz ${index}`
  const id = index.toString(16).padStart(8, '0')
  const fields = { ...agreement.fields, full_name: { kind: 'text', value: name } } as const
  const signers = agreement.signers.map((signer) => ({
    ...signer,
    ...{ name, email: `driver-${index}@example.org`, invited: { name, email: `driver-${index}@example.org` } },
    mark: signer.mark?.kind === 'typed' ? ({ kind: 'typed', name } as const) : signer.mark,
    verifications: signer.verifications.map((one) => ({ ...one, id: one.id.slice(0, -8) + id })),
  }))
  const submissionId = agreement.submissionId.slice(0, -8) + id
  return { ...agreement, submissionId, fields, signers, chainHeadSha256: id.repeat(8) }
}

/** Keeps the source up to its second heading, and adds the line of the signature. */
function shorten(source: string): string {
  return `${source.slice(0, source.indexOf('## 2'))}Signed by the Driver: {{signature}}\n`
}

function withOneSigner(agreement: FinishedAgreement): FinishedAgreement {
  return { ...agreement, signers: agreement.signers.slice(0, 1) }
}

function repeat(times: number): string {
  return Array.from({ length: times }, (_, index) =>
    SOURCE.replaceAll(/^#+ /gm, (mark) => `${mark}${index + 1}. `),
  ).join('\n')
}
