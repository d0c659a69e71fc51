import type { eventTypes as english } from '../en/event-types.ts'

export const eventTypes: typeof english = {
  verification: 'Une vérification a changé',
  'agreement.viewed': 'Un signataire l’a vu',
  'agreement.signed': 'Un signataire a signé',
  'agreement.completed': 'Tous ont signé, le document est là',
  'agreement.declined': 'Un signataire refuse de signer',
  'agreement.voided': 'Il a été annulé',
  'agreement.expired': 'Son délai est passé',
  'webhook.failing': 'Un autre webhook commence à échouer',
  'webhook.disabled': 'Un autre webhook a été coupé',
}
