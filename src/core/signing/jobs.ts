import type { JobHandlers } from '../../jobs/handlers.ts'
import type { RenderAgreement } from '../agreements/index.ts'
import type { Context } from '../context.ts'
import { completeSubmission } from './complete.ts'

export type SigningJobDependencies = {
  /** A context of the system in an organization, at the present moment. */
  contextOf(organizationId: string): Context
  renderAgreement: RenderAgreement
}

/** The jobs of signing, by name. */
export const signingJobs: JobHandlers<SigningJobDependencies> = {
  async 'submission.complete'(deps, payload) {
    const { organizationId, submissionId } = payload
    if (typeof organizationId !== 'string' || typeof submissionId !== 'string')
      throw new Error('submission.complete needs its ids.')
    await completeSubmission(deps.contextOf(organizationId), deps.renderAgreement, submissionId)
  },
}
