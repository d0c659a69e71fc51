import type { RequiredVerification } from '../../db/index.ts'
import { findMissing } from '../../writing/index.ts'
import { type Fault, fault, inside } from '../errors.ts'
import { findRetentionFaults } from '../retention-rule.ts'
import { checkText, codeOf } from '../text.ts'
import { checkKind } from '../verifications/index.ts'
import { checkGreatestLength } from './budget.ts'
import { DocumentError, findPlaceholder, MAX_SOURCE_LENGTH, type Place, parseWritten } from './document/index.ts'
import { checkSteps, type Field, findConditionFaults, findFieldFaults, mostFileFields } from './fields/index.ts'
import { isKey } from './key.ts'
import { writeLanguage } from './language.ts'
import { completeRoles, findRoleFaults, findWorkFaults, type GivenRole, mostRoles } from './roles.ts'
import { findPlaceFaults, type PdfFile, type PdfUpload } from './sources/index.ts'
import { findTagFaults } from './tags.ts'

/** An agreement as its author gives it. */
export type AgreementInput = {
  title: string
  source: string
  /** The PDF that replaces the Markdown. */
  pdf?: PdfFile | PdfUpload | null
  signerRoles: GivenRole[]
  fields: Field[]
  requiredVerifications: RequiredVerification[]
  /** A BCP 47 tag. Null or omitted: the language is detected. */
  language?: string | null
  /** How many days finished documents are kept. Null or omitted: the organization's rule. */
  documentRetentionDays?: number | null
  tags?: string[]
  /** Names of the metadata that signers see. Null or omitted: the metadata of the link's URL. */
  shownMetadata?: string[] | null
}

const maxFields = 200
const maxShown = 50

/**
 * Every fault of the given members. Each placeholder of the source must be a field, and each field must belong to a
 * role.
 */
export function findAgreementFaults(input: Partial<AgreementInput>): Fault[] {
  const { title, signerRoles, fields, requiredVerifications = [] } = input
  return [
    ...(title === undefined ? [] : checkWords(['title'], title, 200)),
    ...(signerRoles ? checkRoles(signerRoles) : []),
    ...checkLanguage(input.language),
    ...checkShownMetadata(input.shownMetadata ?? []),
    ...checkFields(input),
    ...(signerRoles && fields ? findWorkFaults(signerRoles, fields, requiredVerifications) : []),
    ...(signerRoles && fields ? findConditionFaults(fields, completeRoles(signerRoles)) : []),
    ...(input.pdf ? [] : checkSource(input)),
    ...(fields ? findPlaceFaults(fields, input.pdf ?? null) : []),
    ...findRetentionFaults(input),
    ...findTagFaults(input.tags ?? []),
    ...requiredVerifications.flatMap((required, index) => [
      ...checkRole(['requiredVerifications', String(index), 'role'], required.role, signerRoles),
      ...inside(['requiredVerifications', String(index)], checkKind(required).faults),
    ]),
  ]
}

/** Judges a text that is never filled in, and so must not contain a placeholder. */
function checkWords(path: string[], words: string, maxLength: number): Fault[] {
  const faults = [...checkText(path, words, { maxLength, minLength: 1 }), ...checkSet(path, words)]
  const found = findPlaceholder(words)
  if (faults.length > 0 || !found) return faults
  return [fault(path, 'placeholder', { placeholder: found, value: words })]
}

/** Every character must be in some font, so that the document shows what the signer saw. */
function checkSet(path: string[], text: string): Fault[] {
  const missing = findMissing(text)
  if (!missing) return []
  const { letter, line } = missing
  return [fault(path, 'font', { line, kind: 'letter', letter, code: codeOf(letter), value: letter })]
}

function checkLanguage(language: string | null | undefined): Fault[] {
  if (!language || writeLanguage(language)) return []
  return [fault(['language'], 'language', { value: language })]
}

function checkShownMetadata(names: string[]): Fault[] {
  const path = ['shownMetadata']
  if (names.length > maxShown) return [fault(path, 'max_items', { most: maxShown, value: names.length })]
  return names.flatMap((name, index) => checkText([...path, String(index)], name, { maxLength: 100, minLength: 1 }))
}

function checkRoles(roles: GivenRole[]): Fault[] {
  const words = roles
    .slice(0, mostRoles)
    .flatMap((role, index) => [
      ...checkKey(['signerRoles', String(index), 'key'], role.key),
      ...checkWords(['signerRoles', String(index), 'name'], role.name, 100),
    ])
  return [...findRoleFaults(roles), ...words]
}

function checkFields({ fields, signerRoles }: Partial<AgreementInput>): Fault[] {
  if (!fields) return []
  const faults: Fault[] = []
  if (fields.length > maxFields) faults.push(fault(['fields'], 'max_items', { most: maxFields, value: fields.length }))
  const seen = new Set<string>()
  fields.forEach((field, index) => {
    const path = ['fields', String(index)]
    faults.push(...checkKey([...path, 'key'], field.key), ...checkRole([...path, 'role'], field.role, signerRoles))
    faults.push(...checkWords([...path, 'label'], field.label, 200))
    if (seen.has(field.key)) faults.push(fault([...path, 'key'], 'unique_key', { key: field.key, value: field.key }))
    seen.add(field.key)
    faults.push(...inside(path, findFieldFaults(field)))
  })
  faults.push(...checkSteps(fields))
  if (fields.filter(({ type }) => type === 'file').length > mostFileFields)
    faults.push(fault(['fields'], 'file_fields', { most: mostFileFields }))
  if (!fields.some((field) => field.type === 'signature')) {
    faults.push(fault(['fields'], 'signature'))
  }
  return faults
}

function checkSource({ source, fields }: Partial<AgreementInput>): Fault[] {
  if (source === undefined) return []
  const text = checkText(['source'], source, { maxLength: MAX_SOURCE_LENGTH, minLength: 1, multiline: true })
  if (text.length > 0) return text
  const unset = checkSet(['source'], source)
  if (unset.length > 0) return unset
  try {
    const { document, places } = parseWritten(source, fields ? fields.map((field) => field.key) : [])
    if (!fields) return []
    return [...findStrangers(places, fields), ...checkGreatestLength(source.length, document, fields)]
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return [error.fault]
  }
}

/** The faults of placeholders that name an unknown field or another role. */
function findStrangers(places: readonly Place[], fields: readonly Field[]): Fault[] {
  const roles = new Map(fields.map(({ key, role }) => [key, role]))
  const path = ['source']
  return places.flatMap(({ key, role, line }, index) => {
    const known = roles.get(key)
    if (known !== undefined && role !== undefined && role !== known)
      return [fault(path, 'role_of_field', { line, key, role, known, value: role })]
    const isFirst = places.findIndex((place) => place.key === key) === index
    return known === undefined && isFirst ? [fault(path, 'known_field', { line, key, value: key })] : []
  })
}

function checkKey(path: string[], key: string): Fault[] {
  if (isKey(key) && !(key in Object.prototype)) return []
  return [fault(path, 'key', { value: key })]
}

function checkRole(path: string[], role: string, roles: GivenRole[] | undefined): Fault[] {
  if (!roles || roles.some((known) => known.key === role)) return []
  return [fault(path, 'known_role', { role, value: role })]
}
