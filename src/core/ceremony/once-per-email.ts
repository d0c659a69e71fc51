import { lockUntilCommit } from '../../db/index.ts'
import { markAddress } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { fault, invalid, refuseFaults } from '../errors.ts'
import type { Id } from '../ids.ts'
import { isSameAddress } from '../submissions/index.ts'
import { type Ceremony, loadCeremony } from './ceremony.ts'

type Taker = {
  submission: Pick<Ceremony['submission'], 'id' | 'agreement_link_id'>
  signer: Pick<Ceremony['signer'], 'id'>
}

/**
 * Records that an address has a submission of a link that allows one submission per address. A voided or expired
 * submission does not count. Runs in the transaction of the step.
 * Throws `validation_failed` with the fault `once_per_email`.
 */
export async function takeAddress(ctx: Context, { submission, signer }: Taker, email: string): Promise<void> {
  const { organizationId: organization_id } = ctx
  const { agreement_link_id } = submission
  const link = await ctx.db
    .selectFrom('agreement_links')
    .select('once_per_email')
    .where('organization_id', '=', organization_id)
    .where('id', '=', agreement_link_id)
    .executeTakeFirst()
  if (!link?.once_per_email) return
  const address_mark = markAddress(ctx, agreement_link_id, email)
  const taken = await ctx.db
    .insertInto('agreement_link_addresses')
    .values({ organization_id, agreement_link_id, address_mark, signer_id: signer.id })
    .onConflict((conflict) => conflict.columns(['organization_id', 'agreement_link_id', 'address_mark']).doNothing())
    .returning('signer_id')
    .executeTakeFirst()
  if (taken) return
  const holder = await findHolder(ctx, agreement_link_id, address_mark)
  if (holder?.submission_id === submission.id) return
  if (!holder?.voided_at && !holder?.expired_at) refuseFaults([fault(['email'], 'once_per_email')])
  await ctx.db
    .updateTable('agreement_link_addresses')
    .set({ signer_id: signer.id })
    .where('organization_id', '=', organization_id)
    .where('agreement_link_id', '=', agreement_link_id)
    .where('address_mark', '=', address_mark)
    .execute()
}

/**
 * The signer that a proved address already has on a link with one submission per address; null for none. Waits for
 * other people who open the link with the same address, until the transaction ends.
 */
export async function findOwnSigner(ctx: Context, linkId: Id, email: string): Promise<Id | null> {
  const { once_per_email } = await ctx.db
    .selectFrom('agreement_links')
    .select('once_per_email')
    .where('organization_id', '=', ctx.organizationId)
    .where('id', '=', linkId)
    .executeTakeFirstOrThrow()
  if (!once_per_email) return null
  const mark = markAddress(ctx, linkId, email)
  await lockUntilCommit(ctx.db, `once ${linkId} ${mark.toString('hex')}`)
  const holder = await findHolder(ctx, linkId, mark)
  if (!holder || holder.voided_at || holder.expired_at) return null
  const { signer } = await loadCeremony(ctx, holder.signer_id)
  // The part may belong to another person by now.
  if (isSameAddress(signer.email, email)) return signer.id
  throw invalid([fault(['email'], 'once_per_email')])
}

function findHolder(ctx: Context, linkId: Id, mark: Buffer) {
  return ctx.db
    .selectFrom('agreement_link_addresses as address')
    .innerJoin('signers as signer', (join) =>
      join.onRef('signer.organization_id', '=', 'address.organization_id').onRef('signer.id', '=', 'address.signer_id'),
    )
    .innerJoin('submissions as submission', (join) =>
      join
        .onRef('submission.organization_id', '=', 'signer.organization_id')
        .onRef('submission.id', '=', 'signer.submission_id'),
    )
    .select(['signer.submission_id', 'address.signer_id', 'submission.voided_at', 'submission.expired_at'])
    .where('address.organization_id', '=', ctx.organizationId)
    .where('address.agreement_link_id', '=', linkId)
    .where('address.address_mark', '=', mark)
    .forUpdate('address')
    .executeTakeFirst()
}
