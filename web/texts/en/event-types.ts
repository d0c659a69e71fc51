/** What each kind of event means, in few words. */
export const eventTypes = {
  verification: 'A verification has changed',
  'agreement.viewed': 'A signer has seen it',
  'agreement.signed': 'A signer has signed',
  'agreement.completed': 'All have signed, the document is there',
  'agreement.declined': 'A signer does not want to sign',
  'agreement.voided': 'It was called back',
  'agreement.expired': 'Its time was over',
  'webhook.failing': 'Another webhook begins to fail',
  'webhook.disabled': 'Another webhook was switched off',
}
