import type { Report } from '../../../core/verifications/index.ts'
import type { Order } from './reference.ts'

/** One change of a simulated verification: its time in ms after the order, its state, and its log. */
export type Step = Pick<Report, 'phase' | 'outcome' | 'level' | 'providerStatus' | 'waitingOn' | 'reasonCodes'> & {
  after: number
  attempt: number
  log: { code: string; label: string }[]
}

const second = 1_000
const slowness = 28_800

/** All changes of an order, in order of time. */
export function timelineOf(order: Order): Step[] {
  const steps = [...openingOf(order), ...endingOf(order)]
  return order.scenario === 'slow' ? steps.map((step) => ({ ...step, after: step.after * slowness })) : steps
}

function step(after: number, over: Partial<Step>): Step {
  return {
    after,
    phase: 'in_progress',
    outcome: null,
    level: null,
    providerStatus: 'IN_PROGRESS',
    waitingOn: 'provider',
    reasonCodes: [],
    attempt: 1,
    log: [],
    ...over,
  }
}

const submitted = { code: 'SUBMITTED', label: 'Application submitted' }
const returned = { code: 'COMPLETE', label: 'Application completely returned' }

function openingOf(order: Order): Step[] {
  switch (order.type) {
    case 'enhanced_identity_verification': {
      const created = { code: 'ONE_ID_BACKGROUND_CHECK_CREATED', label: 'OneID - Background Check Created' }
      return [invited([created]), step(second, { log: [submitted] })]
    }
    case 'us_criminal_record_check':
      return criminalOpening(order)
    case 'motor_vehicle_record':
      return [step(0, { log: [{ code: 'MVR_CREATED', label: 'Motor Vehicle Record - Created' }, submitted] })]
    case 'panel_drug': {
      const scheduled = { code: 'SCREENING_SCHEDULED', label: 'Drug Screening - Appointment Scheduled' }
      return order.scenario === 'noshow' ? [invited([scheduled])] : [invited([scheduled]), collected(second)]
    }
  }
}

function criminalOpening(order: Order): Step[] {
  const created = { code: 'US_CRIMINAL_RECORD_CHECK_CREATED', label: 'US Criminal Record Check - Created' }
  const national = step(0, { level: 'national', log: [created, submitted] })
  const done = { code: 'NATIONAL_LEVEL_CHECK_RETURNED', label: 'US Criminal Record Check - National Level Returned' }
  const county = step(1.5 * second, { level: 'county', log: [done] })
  if (order.subtype === 'ssn_id_document_reports') return [national]
  if (order.subtype !== null) return [{ ...county, after: 0, log: [created, submitted] }]
  // The county confirms a national hit, in tier 1 too.
  const hasHit = ['consider', 'reject', 'dispute'].includes(order.scenario)
  const hasCounty = order.tier !== 'request_us_criminal_record_check_tier_1' || hasHit
  return hasCounty ? [national, county] : [national]
}

function invited(log: Step['log'], over: Partial<Step> = {}): Step {
  return step(0, { phase: 'started', providerStatus: 'APPLICANT_INVITED', waitingOn: 'subject', log, ...over })
}

function collected(after: number, attempt = 1): Step {
  const log = [{ code: 'SPECIMEN_COLLECTED', label: 'Drug Screening - Specimen Collected' }, submitted]
  return step(after, { attempt, log })
}

function endingOf(order: Order): Step[] {
  const at = order.type === 'us_criminal_record_check' ? 3 * second : 2 * second
  switch (order.scenario) {
    case 'clear':
    case 'slow':
    case 'stuck':
      return [completed(order, at, 'verified')]
    case 'consider':
      return [completed(order, at, 'consider', ['record_found'])]
    case 'reject':
      return [completed(order, at, 'rejected', ['record_found'])]
    case 'positive':
      return [completed(order, at, 'rejected', ['positive'])]
    case 'suspend':
      return [suspended(at), completed(order, at + 30 * second, 'verified')]
    case 'dispute':
      return [
        completed(order, at, 'rejected', ['record_found']),
        step(at + 2 * second, { providerStatus: 'IN_DISPUTE', log: [{ code: 'IN_DISPUTE', label: 'In Dispute' }] }),
        completed(order, at + 4 * second, 'verified'),
      ]
    case 'cancel':
      return [cancelled(at, 'request_withdrawn')]
    case 'noshow':
      return [cancelled(at, 'appointment_missed')]
    case 'dilute':
      return [
        recollection(at),
        collected(at + second, 2),
        { ...completed(order, at + 2 * second, 'verified'), attempt: 2 },
      ]
  }
}

function suspended(after: number): Step {
  const log = [{ code: 'APPLICANT_ACTION_REQUIRED', label: 'Document Requested' }]
  const reasonCodes = ['document_requested']
  return step(after, { providerStatus: 'APPLICANT_ACTION_REQUIRED', waitingOn: 'subject', reasonCodes, log })
}

function cancelled(after: number, reason: string): Step {
  const log = [{ code: 'CANCELLED', label: 'Cancelled' }]
  return step(after, { phase: 'cancelled', providerStatus: 'CANCELLED', waitingOn: null, reasonCodes: [reason], log })
}

function recollection(after: number): Step {
  const log = [{ code: 'NEGATIVE_DILUTE', label: 'Drug Screening - Negative Dilute, Recollection Ordered' }]
  return invited(log, { after, attempt: 2, reasonCodes: ['negative_dilute'] })
}

function completed(order: Order, after: number, outcome: Report['outcome'], reasonCodes: string[] = []): Step {
  const check = { code: 'ONE_ID_BACKGROUND_CHECK_RETURNED', label: 'OneID - Background Check Returned' }
  const log = order.type === 'enhanced_identity_verification' ? [returned, check] : [returned]
  return step(after, { phase: 'completed', providerStatus: 'COMPLETE', outcome, waitingOn: null, reasonCodes, log })
}
