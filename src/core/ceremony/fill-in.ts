import {
  checkFieldValues,
  checkFilledLength,
  type Field,
  fillAutomatic,
  keepShown,
  readFieldValues,
} from '../agreements/index.ts'
import { type Fault, fault } from '../errors.ts'
import type { SignerFile } from '../submissions/index.ts'
import type { Ceremony } from './ceremony.ts'

/**
 * What the signer typed, and the locale of their numbers and days. `asked` has the keys of the conditional fields that
 * the page showed; undefined when the page had none. `seen` has the roles whose parts the page showed.
 */
export type FilledForm = {
  fields: Record<string, string>
  locale: string
  asked?: readonly string[] | undefined
  seen?: readonly string[] | undefined
}

/** The values of the shown fields, the automatic ones as of `now`, and their faults. */
export function readFilled(
  ceremony: Ceremony,
  form: FilledForm,
  now: Date,
): { values: Map<Field, string>; faults: Fault[] } {
  const { version, signer, fieldValues } = ceremony
  const own = version.fields.filter((field) => field.role === signer.role)
  const typed = readFieldValues(own, form.fields, form.locale)
  const { kept, changed } = keepFixed(ceremony, typed, form)
  const known = { name: signer.name ?? '', email: signer.email ?? '', day: now.toISOString().slice(0, 10) }
  const values = keepShown(new Map([...kept, ...fillAutomatic(own, known)]), version.fields, fieldValues)
  const faults = [...changed.filter(({ path: [, key] }) => hasKey(values, key)), ...checkFieldValues(values)]
  return { values, faults: faults.length > 0 ? faults : findUnasked(values, form) }
}

/** Keeps the values that the sender has fixed, and reports a form that changes one. */
function keepFixed({ proposed }: Ceremony, typed: ReadonlyMap<Field, string>, { fields }: FilledForm) {
  const kept = new Map(typed)
  const changed: Fault[] = []
  for (const [field, value] of typed) {
    const { key } = field
    // The value of a file field is the name of its file, and not the text in the form.
    if (field.type === 'file') kept.set(field, proposed.files.find((one) => one.field === key)?.name ?? '')
    if (!proposed.fixed.has(key)) continue
    const fixed = proposed.values[key] ?? ''
    kept.set(field, fixed)
    if (Object.hasOwn(fields, key) && value !== fixed) changed.push(fault(['fields', key], 'fixed'))
  }
  return { kept, changed }
}

function hasKey(values: ReadonlyMap<Field, string>, key: string | undefined): boolean {
  return [...values.keys()].some((field) => field.key === key)
}

/** The keys of the fields whose values the sender has fixed. */
export function fixedOf({ proposed }: Ceremony, values: ReadonlyMap<Field, string>): string[] {
  return [...values.keys()].map(({ key }) => key).filter((key) => proposed.fixed.has(key))
}

/** The files of shown fields, and the keys of hidden fields whose files must be deleted. */
export function filesOf({ proposed }: Ceremony, values: ReadonlyMap<Field, string>) {
  const isKept = ({ field }: SignerFile) => hasKey(values, field)
  const dropped = proposed.files.filter((one) => !isKept(one)).map(({ field }) => field)
  return { kept: proposed.files.filter(isKept), dropped }
}

/**
 * Optional fields that the page did not show yet. Without a script, a page shows them only after the choice was sent.
 */
function findUnasked(values: Map<Field, string>, { asked }: FilledForm): Fault[] {
  if (!asked) return []
  return [...values].flatMap(([{ key, showIf }, value]) =>
    showIf && value === '' && !asked.includes(key) ? [fault(['fields', key], 'asked_now')] : [],
  )
}

/** The fault when the filled-in text makes the agreement too long. */
export function checkLength({ version, document, fieldValues }: Ceremony, values: Map<Field, string>): Fault[] {
  const given = Object.fromEntries([...values].map(([field, value]) => [field.key, value]))
  return checkFilledLength(version.source.length, document, version.fields, { ...fieldValues, ...given })
}
