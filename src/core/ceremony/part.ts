import { recordAudit } from '../audit/index.ts'
import { canonicalJson } from '../canonical-json.ts'
import type { Context } from '../context.ts'
import { type Fault, invalid, refuseFaults } from '../errors.ts'
import { forgetEntries, forgetSignerFiles, moveOn, saveFieldValues } from '../submissions/index.ts'
import { sha256 } from '../vault.ts'
import { type Ceremony, partsSeen } from './ceremony.ts'
import { checkLength, type FilledForm, filesOf, fixedOf, readFilled } from './fill-in.ts'
import type { SentForm } from './form.ts'
import { refreshSessions } from './session.ts'
import { atStep } from './steps.ts'

/**
 * The filled fields and the language of the page. Without a language, the signer keeps the language of the
 * identification.
 */
export type PartInput = FilledForm & { language?: string }

/** The result of the act besides the field values: columns of the signer, and members of the trail's row. */
type Added = {
  columns: { approved_at: Date } | { signed_at: Date; signature_method: 'typed' | 'drawn'; mark: Buffer }
  data?: Record<string, string>
  personal?: Record<string, string>
}

/**
 * The last act of a role. `judge` reads the input besides the fields. It returns faults instead when the input has any.
 */
type LastAct<Given> = {
  step: 'sign' | 'approve'
  action: 'agreement.signed' | 'agreement.approved'
  judge(): Given | Fault[]
  add(inner: Context, signer: Ceremony['signer'], given: Given): Promise<Added>
  announce?(inner: Context, present: Ceremony): Promise<void>
}

/**
 * Ends the part of a signer: stores the fields, writes the trail's row and calls the next signers in one transaction. A
 * second click changes nothing. Throws `validation_failed` with every fault, `form_outdated`, `submission_closed`.
 */
export async function endPart<Given extends object>(
  ctx: Context,
  ceremony: Ceremony,
  form: SentForm,
  input: PartInput,
  act: LastAct<Given>,
): Promise<void> {
  const prepare = () => {
    const given = act.judge()
    const { faults } = fillIn(ceremony, input, ctx.now)
    if (Array.isArray(given)) throw invalid([...faults, ...given])
    refuseFaults(faults)
    return given
  }
  await atStep(ctx, act.step, ceremony, form, prepare, async (inner, present, given) => {
    const { signer, version, submission } = present
    // A file may have come or gone since the form was judged.
    const { values, faults } = fillIn(present, input, inner.now)
    refuseFaults(faults)
    const filled = [...values].map(([field, value]) => [field.key, value] as const)
    const [fixed, files] = [fixedOf(present, values), filesOf(present, values)]
    const added = await act.add(inner, signer, given)
    const shownParts = partsSeen(present, input.seen ?? [])
    await saveFieldValues(
      inner,
      signer,
      filled.filter(([, value]) => value !== ''),
    )
    await saveAct(inner, present, { ...added.columns, ...(input.language && { language: input.language }) })
    await recordAudit(inner, {
      action: act.action,
      subject: { type: 'signer', id: signer.id },
      chain: submission.id,
      person: signer.subject_id,
      data: {
        agreementVersion: version.number,
        shownSha256: version.source_sha256.toString('hex'),
        fieldsSha256: sha256(canonicalJson(version.fields)).toString('hex'),
        ...added.data,
        // The rows of these signers come before this one, and commit to their values and marks.
        ...(shownParts.length > 0 && { shownParts }),
        ...(fixed.length > 0 && { fixed }),
      },
      personal: {
        ...added.personal,
        ...Object.fromEntries(filled.map(([key, value]) => [`fields.${key}`, value])),
        ...Object.fromEntries(files.kept.map((file) => [`files.${file.field}`, file.sha256])),
      },
    })
    await act.announce?.(inner, present)
    await forgetEntries(inner, [signer.id])
    await forgetSignerFiles(inner, [signer.id], files.dropped)
    await refreshSessions(inner, signer)
    await moveOn(inner, submission.id)
  })
}

type Columns = Added['columns'] & { language?: string }

async function saveAct(ctx: Context, { signer, version }: Ceremony, columns: Columns): Promise<void> {
  await ctx.db
    .updateTable('signers')
    .set({ ...columns, shown_sha256: version.source_sha256, updated_at: ctx.now })
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', signer.id)
    .execute()
}

function fillIn(ceremony: Ceremony, input: PartInput, now: Date): ReturnType<typeof readFilled> {
  const { values, faults } = readFilled(ceremony, input, now)
  return { values, faults: faults.length > 0 ? faults : checkLength(ceremony, values) }
}
