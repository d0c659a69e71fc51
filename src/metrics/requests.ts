import { Counter, Histogram, type Registry } from 'prom-client'
import type { HttpMetrics } from '../http/metrics.ts'

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/** Counts the HTTP requests that this process answers. */
export function countRequests(registry: Registry): HttpMetrics['answered'] {
  const requests = new Counter({
    name: 'sealane_http_requests_total',
    help: 'HTTP requests answered, by face (its prefix), method, route (its pattern) and status.',
    labelNames: ['face', 'method', 'route', 'status'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'sealane_http_request_seconds',
    help: 'Time from the request to the end of its answer.',
    labelNames: ['face', 'method', 'route'],
    buckets,
    registers: [registry],
  })
  return ({ face, method, route, status }, seconds) => {
    requests.inc({ face, method, route, status })
    duration.observe({ face, method, route }, seconds)
  }
}
