/** The meaning of each event type, in a few words. */
export const eventTypes = {
  verification: 'A verification has changed',
  'agreement.viewed': 'A signer has opened the agreement',
  'agreement.signed': 'A signer has signed',
  'agreement.completed': 'All have signed, and the document is ready',
  'agreement.declined': 'A signer has declined',
  'agreement.voided': 'A submission was called back',
  'agreement.expired': 'A submission has expired',
  'webhook.failing': 'Another webhook has begun to fail',
  'webhook.disabled': 'Another webhook was switched off',
}
