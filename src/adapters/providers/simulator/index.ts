import type { Provider, Report } from '../../../core/verifications/index.ts'
import { scansOf, screeningsOf } from './findings.ts'
import { harmless } from './harmless.ts'
import { payloadOf } from './payload.ts'
import { type Order, readReference, writeReference } from './reference.ts'
import { chooseScenario, findRefusal } from './scenario.ts'
import { type Step, timelineOf } from './timeline.ts'

/**
 * The built-in provider. It simulates every type in a few seconds, without a network and always in the same way. The
 * person's last name chooses the scenario (scenario.ts). It has no state: the reference contains the order, and the
 * given moment decides the progress.
 */
export const simulator: Provider = {
  name: 'simulator',
  isSimulated: true,
  types: ['enhanced_identity_verification', 'us_criminal_record_check', 'motor_vehicle_record', 'panel_drug'],
  harmless,
  async order({ person, ...kind }, now) {
    const refusal = findRefusal(person)
    if (refusal !== null) return { isAccepted: false, code: refusal }
    const order = { ...kind, scenario: chooseScenario(kind.type, person), orderedAt: now.getTime() }
    const reference = writeReference(order)
    return { isAccepted: true, reference, report: reportOf(order, reference, now) }
  },
  async fetch(reference, now) {
    return reportOf(readReference(reference), reference, now)
  },
  async cancel(reference) {
    readReference(reference)
  },
  async redact(reference) {
    readReference(reference)
  },
}

function reportOf(order: Order, reference: string, now: Date): Report {
  const steps = timelineOf(order)
  const age = Math.max(0, now.getTime() - order.orderedAt)
  const past = steps.filter((step) => step.after <= age)
  const [current, next] = [past.at(-1) ?? steps[0], steps[past.length]]
  if (!current) throw new Error('A timeline has at least one step.')
  const submission = past.findLast((step) => step.log.some((entry) => entry.code === 'SUBMITTED'))
  const timeOf = (step: Step | undefined) => (step ? new Date(order.orderedAt + step.after) : null)
  const { phase, outcome, level, providerStatus, waitingOn, reasonCodes, attempt } = current
  return {
    ...{ phase, outcome, level, providerStatus, waitingOn, reasonCodes, attempt },
    revision: past.length,
    submittedAt: timeOf(submission),
    eta: next ? timeOf(steps.at(-1)) : null,
    screenings: screeningsOf(order, current),
    scans: scansOf(current),
    payload: payloadOf(order, reference, past, current),
    checkAgainAt: order.scenario === 'stuck' ? null : timeOf(next),
  }
}
