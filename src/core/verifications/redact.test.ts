import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmless } from '../../adapters/providers/simulator/harmless.ts'
import { redactPayload } from './redact.ts'

const sample = {
  account_association_links: [],
  activity_log: [
    {
      created: '2023-05-04T00:00:00Z',
      date_label: '2023-05-04',
      id: 'cda74d75-d179-4d62-8584-cf42988f7911',
      modified: '2023-05-04T00:00:00Z',
      status: 'ONE_ID_BACKGROUND_CHECK_CREATED',
      status_label: 'OneID - Background Check Created',
      time_label: '06:33:PM',
    },
  ],
}

test('the sample payload of the guide needs no redaction', () => {
  expect(redactPayload(sample, harmless)).toEqual(sample)
})

test.each([
  { information: { first_name: 'Ada' } },
  { status_label: 'SSN 543-21-2001' },
  { result: '543212001' },
  { certn_score: 543212001 },
  {
    us_criminal_record_check_result: { ssn_id_document_reports: [{ names: ['Ada'], dates_of_birth: ['1970-01-22'] }] },
  },
  { enhanced_identity_verification: { face: 'aGVsbG8=', document_number: 'X1234567', date_of_birth: '1970-01-22' } },
])('%j loses what is personal', (payload) => {
  expect(JSON.stringify(redactPayload(payload, harmless))).not.toMatch(/Ada|543|1970|aGVsbG8|X1234567/)
})

test('no number of nine digits survives redaction, whatever a provider sends', () => {
  const number = fc.stringMatching(/^[0-8][0-9]{2}-[0-9]{2}-[0-9]{4}$/)
  const payload = number.map((ssn) => ({
    status: ssn,
    activity_log: [
      { status_label: `is ${ssn}.`, result: ssn.replaceAll('-', ''), certn_score: 1e8 + Number(ssn.slice(-4)) },
    ],
    [ssn]: { status: `(${ssn.replaceAll('-', ' ')})`, notes: ssn },
    scan_status: { fraud_scan: ssn, fraud_scan_status: [ssn] },
  }))
  fc.assert(
    fc.property(payload, (leaky) => {
      expect(JSON.stringify(redactPayload(leaky, harmless))).not.toMatch(/\d{4}/)
    }),
  )
})

test('a second redaction changes nothing', () => {
  const key = fc.constantFrom('status', 'activity_log', 'scan_status', 'notes', 'request_x', 'fraud_scan', 'checks')
  fc.assert(
    fc.property(fc.object({ key }), (payload) => {
      const once = redactPayload(payload, harmless)
      expect(redactPayload(once, harmless)).toEqual(once)
    }),
  )
})
