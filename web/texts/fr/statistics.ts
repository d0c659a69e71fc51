import type { statistics as english } from '../en/statistics.ts'

export const statistics: typeof english = {
  span: 'Période',
  spans: { '7-days': '7 jours', '30-days': '30 jours', '90-days': '90 jours', '365-days': '365 jours' },
  none: 'Rien n’a été commandé pendant cette période.',
  volume: 'Vérifications par jour',
  volumeOf: (ordered, open) =>
    `${ordered} ${ordered < 2 ? 'commandée' : 'commandées'}, dont ${open} encore ${open < 2 ? 'ouverte' : 'ouvertes'}`,
  turnaround: 'De la commande au résultat',
  turnaroundOf: (typical) => `D’ordinaire ${typical}`,
  noTurnaround: 'Aucune n’a été terminée pendant cette période.',
  outcomesOf: (share) => `${share} des vérifications finies sont bonnes`,
  open: 'Ouvertes',
  good: 'Bonnes',
  bad: 'Mauvaises',
  ended: 'Sans résultat',
  median: 'La moitié en moins de',
  p90: '9 sur 10 en moins de',
  day: 'Jour (UTC)',
  ordered: 'Commandées',
  table: 'En tableau',
}
