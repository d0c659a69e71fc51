import type { webhookCharts as english } from '../en/webhook-charts.ts'

export const webhookCharts: typeof english = {
  span: 'Sur',
  spans: { day: 'un jour, par heures', week: 'une semaine, par six heures', month: 'un mois, par jours' },
  none: {
    title: 'Rien envoyé pendant ce temps',
    text: 'Choisissez une durée plus longue, ou envoyez un événement d’essai.',
  },
  sent: 'Requêtes',
  counted: (sent, failed) => `${sent} ${Number(sent) < 2 ? 'envoyée' : 'envoyées'}, ${failed} en échec`,
  delivered: 'Livrées',
  failed: 'En échec',
  success: 'Réussite',
  successOf: (percent) => `${percent} des requêtes ont reçu un 2xx`,
  latency: 'Temps de réponse',
  median: 'La moitié est plus rapide',
  p90: 'Neuf sur dix sont plus rapides',
  slow: (ms) => `neuf réponses sur dix arrivent en ${ms}`,
  sampled: 'Aux heures les plus chargées, seules les requêtes les plus récentes sont examinées.',
  causes: 'Ce qui a échoué',
  noCauses: 'Rien, pendant ce temps.',
  cause: 'Cause',
  times: 'Fois',
  newest: 'La plus récente disait',
  table: 'En tableau',
  since: 'Depuis',
}
