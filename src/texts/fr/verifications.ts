import type { verifications as english } from '../en/verifications.ts'

export const verifications: typeof english = {
  types: {
    enhanced_identity_verification: 'Vérification d’identité renforcée',
    us_criminal_record_check: 'Casier judiciaire américain',
    motor_vehicle_record: 'Dossier de conduite',
    panel_drug: 'Test de dépistage de drogues',
  },
  statuses: { started: 'commencé', cancelled: 'annulé', in_progress: 'en cours', completed: 'terminé' },
  results: { pending: 'en attente', verified: 'vérifié', rejected: 'rejeté' },
}
