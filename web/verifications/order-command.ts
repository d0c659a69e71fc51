import { prefix } from '../app/place.ts'

/** The body of an order for an invented person. */
const playedOrder = {
  verification_type: 'motor_vehicle_record',
  person: {
    legal_name: { first: 'Ada', last: 'Consider' },
    date_of_birth: '1990-12-10',
    driver_licence: { number: 'F2111655', state: 'CA' },
    contact: { email: 'ada@example.com' },
  },
  consents: [{ kind: 'electronic_records' }, { kind: 'driving_record', typed_name: 'Ada Consider' }],
  verification_metadata: { internal_id: '123' },
}

export function orderCommand(): string {
  return `curl -H 'x-api-key: YOUR-KEY' -H 'content-type: application/json' ${location.origin}${prefix}/v2/verifications -d '${JSON.stringify(playedOrder)}'`
}
