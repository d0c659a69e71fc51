import type { review as english } from '../en/review.ts'

export const review: typeof english = {
  title: 'Décisions en attente',
  verifications: 'Vérifications',
  about:
    'Les vérifications dont une personne doit décider, après un constat du prestataire. La plus ancienne est en tête.',
  list: 'En attente de décision',
  empty: {
    title: 'Aucune vérification n’attend de décision',
    text: 'Ce qu’une personne doit examiner apparaît ici. Commandez la vérification de quelqu’un du nom de « Consider » pour en voir une :',
    command: 'la commande',
  },
  claim: 'Prendre',
  release: 'Rendre',
  next: 'Suivante',
  open: 'Ouvrir',
  mine: 'À vous',
  taken: (by) => (by === null ? 'Prise' : `Prise par ${by}`),
  takenText: (by) =>
    `${by ?? 'Quelqu’un d’autre'} examine cette vérification. Elle est libre dès qu’on la rend, ou au bout d’une demi-heure.`,
  decideTitle: (result) => `Décider : ${result}`,
  reason: 'Motif',
  reasonHint: 'Consigné au journal. Ctrl + Entrée décide.',
  decide: 'Décider',
  decided: (result) => `Décision : ${result}.`,
  noNext: 'Aucune vérification n’attend de décision, ou chacune est déjà examinée.',
  showKeys: 'Appuyez sur ? pour les touches.',
  keys: {
    down: 'La suivante de la liste',
    up: 'La précédente',
    claim: 'La prendre, ou la rendre',
    next: 'Prendre celle qui attend depuis le plus longtemps',
    accept: 'Décider que c’est bon',
    reject: 'Décider que non',
    open: 'Ouvrir la vérification',
  },
}
