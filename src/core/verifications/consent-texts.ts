import { canonicalJson } from '../canonical-json.ts'
import { sha256 } from '../vault.ts'
import { frenchTexts } from './consent-texts-fr.ts'

export type ConsentKind = 'background_check' | 'driving_record' | 'drug_test' | 'biometrics' | 'electronic_records'

/** A text on a page of its own. Paragraphs are plain text; {{organization}} is the organization's name. */
export type ConsentPage = { title: string; paragraphs: readonly string[] }

/** A text to which a person consents. A version never changes: new words get a new version. */
export type ConsentText = {
  kind: ConsentKind
  version: string
  locale: string
  pages: readonly ConsentPage[]
  /** The sentence beside the box that the person ticks. */
  statement: string
}

const englishTexts: readonly ConsentText[] = [
  {
    kind: 'background_check',
    version: 'background_check/2026-03',
    locale: 'en',
    pages: [
      // FCRA 604(b)(2)(A)(i): the disclosure stands alone. Put nothing else on this page.
      {
        title: 'Disclosure regarding background investigation',
        paragraphs: [
          '{{organization}} may obtain a consumer report about you, from a consumer reporting agency, for employment purposes.',
          'A consumer report may contain information about your identity, criminal record, driving record, character and general reputation.',
        ],
      },
      {
        title: 'Authorization of background investigation',
        paragraphs: [
          'I have read the disclosure regarding background investigation and have been able to keep a copy of it.',
          'I authorize {{organization}} to obtain the consumer report described there, and I authorize courts, agencies and other keepers of records to give the information that is needed for it.',
          'I have received the summary of my rights under the Fair Credit Reporting Act. I know that I may ask for a copy of a report about me, that I may dispute what is wrong in it, and that I may withdraw this authorization for checks that are not finished.',
        ],
      },
    ],
    statement: 'I have read the disclosure, and I authorize this background check.',
  },
  {
    kind: 'driving_record',
    version: 'driving_record/2026-03',
    locale: 'en',
    pages: [
      {
        title: 'Release of driving record',
        paragraphs: [
          '{{organization}} asks for your driving record from the agency of the state that issued your licence.',
          'I agree that the agency may release my driving record, with the personal information in it, to {{organization}} and to the provider that obtains it for {{organization}}, for this purpose alone.',
        ],
      },
    ],
    statement: 'I agree to the release of my driving record.',
  },
  {
    kind: 'drug_test',
    version: 'drug_test/2026-03',
    locale: 'en',
    pages: [
      {
        title: 'Consent to a drug test',
        paragraphs: [
          '{{organization}} asks you to give a urine specimen, which a laboratory tests for the drugs of the panel that was named to you.',
          'I agree to give the specimen, to the test, and to the result being told to {{organization}}. A positive result is reviewed by a physician, who may call me first, and I may explain medication that I take.',
        ],
      },
    ],
    statement: 'I agree to the drug test and to the release of its result.',
  },
  {
    kind: 'biometrics',
    version: 'biometrics/2026-03',
    locale: 'en',
    pages: [
      {
        title: 'Consent to the use of biometric data',
        paragraphs: [
          'To confirm who you are, the identity provider compares a picture of your face with the picture on your identity document, and measures your face to do so.',
          'I agree that these measurements are made and used for this comparison alone. They are not sold, and they are destroyed when the comparison is no longer needed, at the latest when my verification is deleted.',
        ],
      },
    ],
    statement: 'I agree to the use of my biometric data to confirm my identity.',
  },
  {
    kind: 'electronic_records',
    version: 'electronic_records/2026-03',
    locale: 'en',
    pages: [
      // ESIGN, 15 U.S.C. 7001(c)(1)(B) and (C): paper copies, withdrawal, scope, changes of address, and technical
      // needs.
      {
        title: 'Consent to electronic records and signatures',
        paragraphs: [
          'You may have these records on paper instead: ask {{organization}}, which tells you of any fee before it sends them.',
          'You may withdraw this consent at any time by telling {{organization}}. What was done before stays valid; what was not finished then goes on on paper, or ends.',
          'This consent covers the agreement before you and the notices that belong to it. Tell {{organization}} when your e-mail address changes, so that records still reach you.',
          'To read and keep the records you need a device with a current web browser, a program that shows PDF files, and an e-mail address. If these needs change, {{organization}} tells you, and you may withdraw without a fee.',
          'I have been able to open this page, so I can read records in this form, and I agree to use electronic records and signatures.',
        ],
      },
    ],
    statement: 'I agree to use electronic records and signatures.',
  },
]

/**
 * All consent texts: French before English, and the newest version of a kind last. We wrote them ourselves; they are
 * not legal advice.
 */
export const consentTexts: readonly ConsentText[] = [...frenchTexts, ...englishTexts]

/** The SHA-256 of a text in canonical JSON. It is stored with the consent. */
export function hashConsentText(text: ConsentText): Buffer {
  return sha256(canonicalJson(text))
}

/** The text of a kind in the given version, else the newest one in the language, else in English. */
export function findConsentText(
  kind: string,
  over: { version?: string; locale?: string } = {},
): ConsentText | undefined {
  const ofKind = consentTexts.filter((text) => text.kind === kind && (over.version ?? text.version) === text.version)
  return ofKind.findLast((text) => text.locale === over.locale) ?? ofKind.findLast((text) => text.locale === 'en')
}
