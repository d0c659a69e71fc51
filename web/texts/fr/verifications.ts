import type { verifications as english } from '../en/verifications.ts'

export const verifications: typeof english = {
  title: 'Vérifications',
  about:
    'Vérifications de personnes : leur identité, ce que savent les tribunaux et les services des permis, et les tests de dépistage.',
  list: 'Vérifications',
  columns: {
    kind: 'Vérification',
    status: 'État',
    result: 'Résultat',
    changed: 'Dernier changement',
    ordered: 'Commandée',
  },
  kinds: {
    enhanced_identity_verification: 'Identité',
    us_criminal_record_check: 'Casier judiciaire (États-Unis)',
    motor_vehicle_record: 'Dossier de conduite',
    panel_drug: 'Dépistage de drogues',
  },
  tiers: {
    request_us_criminal_record_check_tier_1: 'Niveau 1',
    request_us_criminal_record_check_tier_2: 'Niveau 2',
    request_us_criminal_record_check_tier_3: 'Niveau 3',
    'panel 5': '5 substances',
    'panel 7': '7 substances',
    'panel 9': '9 substances',
    'panel 10': '10 substances',
  },
  subtypes: {
    single_state_county_record_check_result: 'Comté de l’adresse',
    all_state_county_record_check_result: 'Comtés des sept dernières années',
    ssn_id_document_reports: 'Trace du numéro de sécurité sociale',
  },
  subStatuses: { county_level_check: 'Auprès des comtés', national_level_check: 'Au niveau national' },
  statuses: { started: 'Commencée', in_progress: 'En cours', completed: 'Terminée', cancelled: 'Annulée' },
  results: {
    enhanced_identity_verification: { verified: 'Identité confirmée', rejected: 'Identité non confirmée' },
    us_criminal_record_check: { verified: 'Rien à signaler', rejected: 'Défavorable' },
    motor_vehicle_record: { verified: 'Dossier accepté', rejected: 'Dossier refusé' },
    panel_drug: { verified: 'Négatif', rejected: 'Positif' },
  },
  anyKind: { verified: 'Bon : confirmée, rien à signaler, négatif', rejected: 'Mauvais : non confirmée, positif' },
  pending: 'Pas encore de résultat',
  none: 'Finie sans résultat',
  needsDecision: 'Décision attendue',
  simulated: 'Simulée',
  filters: {
    number: 'Identifiant',
    awaits: 'Décision',
    waiting: 'En attente',
    since: 'Commandée dès',
    before: 'Commandée avant',
  },
  openQueue: (count) => (count === 0 ? 'Décisions en attente' : `Décisions en attente (${count})`),
  showCharts: 'Montrer les graphiques',
  hideCharts: 'Cacher les graphiques',
  empty: {
    title: 'Pas encore de vérification',
    text: 'Les accords commandent des vérifications de leurs signataires. Vos propres systèmes aussi ; cette commande le fait, pour une personne simulée. Mettez-y une clé de la page Intégrations :',
    command: 'la commande',
  },
}
