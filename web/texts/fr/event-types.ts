import type { eventTypes as english } from '../en/event-types.ts'

export const eventTypes: typeof english = {
  verification: 'Une vérification a changé',
  'agreement.viewed': 'Un signataire a ouvert l’accord',
  'agreement.signed': 'Un signataire a signé',
  'agreement.completed': 'Tous ont signé, et le document est prêt',
  'agreement.declined': 'Un signataire a refusé',
  'agreement.voided': 'Une soumission a été annulée',
  'agreement.expired': 'Une soumission a expiré',
  'webhook.failing': 'Un autre webhook commence à échouer',
  'webhook.disabled': 'Un autre webhook a été coupé',
}
