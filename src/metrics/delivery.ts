import { Counter, Histogram, type Registry } from 'prom-client'
import type { DeliveryMetrics } from '../delivery/index.ts'

// From a millisecond, as for fast first attempts, to far beyond the deadline of a request.
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15, 60, 300, 3_600]

/** Counts what the delivery engine of this process does. */
export function countDeliveries(registry: Registry): DeliveryMetrics {
  const registers = [registry]
  const attempts = new Counter({
    name: 'sealane_delivery_attempts_total',
    help: 'HTTP requests to webhooks, by outcome.',
    labelNames: ['outcome'],
    registers,
  })
  const attemptTime = new Histogram({
    name: 'sealane_delivery_attempt_seconds',
    help: 'Duration of an attempt, with the body of the answer.',
    buckets,
    registers,
  })
  const firstAttempt = new Histogram({
    name: 'sealane_delivery_first_attempt_seconds',
    help: 'Time from the commit of an event to the start of the first attempt to deliver it.',
    buckets,
    registers,
  })
  const claims = new Counter({
    name: 'sealane_delivery_claims_total',
    help: 'Deliveries that this process took to send.',
    registers,
  })
  const rescued = new Counter({
    name: 'sealane_delivery_rescued_total',
    help: 'Deliveries that were freed from a worker that died.',
    registers,
  })
  return {
    claimed: (count) => claims.inc(count),
    rescued: (count) => rescued.inc(count),
    attempted(outcome, seconds, secondsSinceEvent, isFirst) {
      attempts.inc({ outcome })
      attemptTime.observe(seconds)
      // A clock that was set back would give a negative time.
      if (isFirst) firstAttempt.observe(Math.max(0, secondsSinceEvent))
    },
  }
}
