import { createHash } from 'node:crypto'
import type { Order } from './reference.ts'
import type { Step } from './timeline.ts'

type Json = Record<string, unknown>

const resultMember = {
  enhanced_identity_verification: 'enhanced_identity_verification',
  us_criminal_record_check: 'us_criminal_record_check_result',
  motor_vehicle_record: 'motor_vehicle_record_result',
  panel_drug: 'panel_drug_result',
} as const

const results = {
  verified: ['CLEARED', 'Cleared'],
  rejected: ['REJECTED', 'Rejected'],
  consider: ['REFERRED', 'In Review'],
  unable_to_complete: ['NONE', 'None'],
  not_applicable: ['NONE', 'None'],
} as const

/** The guide's applicant object at the present progress of the verification. */
export function payloadOf(order: Order, reference: string, past: Step[], current: Step): Json {
  const at = timeText(order, current)
  const [result, label] = current.outcome ? results[current.outcome] : (['NONE', 'None'] as const)
  const common = {
    status: current.providerStatus,
    status_label: labelOf(current.providerStatus),
    result,
    result_label: label,
  }
  return {
    id: uuidOf(reference, 'application'),
    created: timeText(order, { after: 0 }),
    modified: at,
    last_updated: at,
    applicant_type: 'Quick Application',
    is_submitted: current.phase !== 'started',
    ...common,
    report_status: current.phase === 'completed' ? 'COMPLETE' : 'IN_PROGRESS',
    country: 'US',
    ...requestFlags(order),
    account_association_links: [],
    activity_log: past.flatMap((step) =>
      step.log.map((entry, index) => logEntry(order, reference, step, entry, index)),
    ),
    [resultMember[order.type]]: {
      id: uuidOf(reference, 'result'),
      ...common,
      ...criminalParts(order, current, reference),
    },
  }
}

function logEntry(order: Order, reference: string, step: Step, entry: Step['log'][number], index: number): Json {
  const at = new Date(order.orderedAt + step.after)
  const created = timeText(order, step)
  const hours = at.getUTCHours()
  const time = [(hours % 12 || 12).toString().padStart(2, '0'), String(at.getUTCMinutes()).padStart(2, '0')]
  return {
    id: uuidOf(reference, `log ${step.after} ${index}`),
    created,
    modified: created,
    status: entry.code,
    status_label: entry.label,
    date_label: created.slice(0, 10),
    time_label: [...time, hours < 12 ? 'AM' : 'PM'].join(':'),
  }
}

function criminalParts(order: Order, current: Step, reference: string): Json {
  if (order.type !== 'us_criminal_record_check') return {}
  const isNational = current.level === 'national'
  const [scan, scanStatus] = current.phase === 'completed' ? ['CLEARED', 'COMPLETE'] : ['NONE', 'IN_PROGRESS']
  return {
    ssn_id_document_reports: [{ id: uuidOf(reference, 'ssn'), ssn_status: isNational ? 'IN_PROGRESS' : 'COMPLETE' }],
    scan_status: {
      ssn_verification_scan: isNational ? 'NONE' : 'CLEARED',
      ssn_verification_scan_status: isNational ? 'IN_PROGRESS' : 'COMPLETE',
      criminal_record_scan: scan,
      criminal_record_scan_status: scanStatus,
    },
  }
}

function requestFlags(order: Order): Json {
  return {
    request_enhanced_identity_verification: order.type === 'enhanced_identity_verification',
    request_motor_vehicle_records: order.type === 'motor_vehicle_record',
    request_us_criminal_record_check_tier_1: order.tier === 'request_us_criminal_record_check_tier_1',
    request_us_criminal_record_check_tier_2: order.tier === 'request_us_criminal_record_check_tier_2',
    request_us_criminal_record_check_tier_3: order.tier === 'request_us_criminal_record_check_tier_3',
  }
}

function labelOf(code: string): string {
  return code
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ')
}

function timeText(order: Order, step: { after: number }): string {
  return new Date(order.orderedAt + step.after).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** The same reference and name give the same id, because the simulator stores nothing. */
function uuidOf(reference: string, name: string): string {
  const hex = createHash('sha256').update(`${reference}\n${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
