import { checkFieldValues, checkFilledLength, type Field, keepShown, readFieldValues } from '../agreements/index.ts'
import { type Fault, fault } from '../errors.ts'
import type { SignerFile } from '../submissions/index.ts'
import type { Ceremony } from './ceremony.ts'

/**
 * What the signer typed, and how they write numbers and days. `asked` are the keys of the fields with conditions that
 * their page showed; undefined for one that has none.
 */
export type FilledForm = { fields: Record<string, string>; locale: string; asked?: readonly string[] | undefined }

/** What is kept of what a signer filled in, and its broken rules: of fields that are not shown, neither. */
export function readFilled(ceremony: Ceremony, form: FilledForm): { values: Map<Field, string>; faults: Fault[] } {
  const { version, signer, fieldValues } = ceremony
  const own = version.fields.filter((field) => field.role === signer.role)
  const typed = readFieldValues(own, form.fields, form.locale)
  const { kept, changed } = keepFixed(ceremony, typed, form)
  const values = keepShown(kept, version.fields, fieldValues)
  const faults = [...changed.filter(({ path: [, key] }) => hasKey(values, key)), ...checkFieldValues(values)]
  return { values, faults: faults.length > 0 ? faults : findUnasked(values, form) }
}

/** What the sender has fixed stands, whether the form says it or not; a form that says otherwise is refused. */
function keepFixed({ proposed }: Ceremony, typed: ReadonlyMap<Field, string>, { fields }: FilledForm) {
  const kept = new Map(typed)
  const changed: Fault[] = []
  for (const [field, value] of typed) {
    const { key } = field
    // Of a file its name stands in the field, whatever a form says.
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

/** The keys of the fields that are kept as the sender has fixed them. */
export function fixedOf({ proposed }: Ceremony, values: ReadonlyMap<Field, string>): string[] {
  return [...values.keys()].map(({ key }) => key).filter((key) => proposed.fixed.has(key))
}

/** The files of fields that are shown, and the keys of the others, whose files are not kept. */
export function filesOf({ proposed }: Ceremony, values: ReadonlyMap<Field, string>) {
  const isKept = ({ field }: SignerFile) => hasKey(values, field)
  const dropped = proposed.files.filter((one) => !isKept(one)).map(({ field }) => field)
  return { kept: proposed.files.filter(isKept), dropped }
}

/** Fields that may be left and that nobody was asked for: they are shown by what was chosen on a page without a script. */
function findUnasked(values: Map<Field, string>, { asked }: FilledForm): Fault[] {
  if (!asked) return []
  return [...values].flatMap(([{ key, showIf }, value]) =>
    showIf && value === '' && !asked.includes(key) ? [fault(['fields', key], 'asked_now')] : [],
  )
}

/** The fault of what is filled in making the agreement too long. */
export function checkLength({ version, document, fieldValues }: Ceremony, values: Map<Field, string>): Fault[] {
  const given = Object.fromEntries([...values].map(([field, value]) => [field.key, value]))
  return checkFilledLength(version.source.length, document, version.fields, { ...fieldValues, ...given })
}
