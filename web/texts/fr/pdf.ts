import type { pdf as english } from '../en/pdf.ts'

export const pdf: typeof english = {
  file: 'PDF',
  fileHint: 'Jusqu’à 25 Mio et 300 pages, sans mot de passe. Choisissez-le ou déposez-le ici.',
  choose: 'Choisir un fichier',
  drop: 'Déposez-le',
  refused: {
    empty: (name) => `${name} est vide.`,
    large: (name) => `${name} dépasse 25 Mio. Enregistrez-le avec des images plus petites, ou divisez-le.`,
    other: (name) =>
      `${name} n’est pas un PDF. Enregistrez-le en PDF là où vous l’avez écrit, puis choisissez ce fichier.`,
  },
  becomes:
    'Les blancs de son formulaire et des mots comme {{signature:locataire}} deviennent des champs, et chaque rôle qui signe reçoit une place pour cela.',
  imports: 'Faire des champs de ce que le PDF contient',
  importsHint:
    'Les blancs de son formulaire, des mots comme {{signature:locataire}}, et une signature pour chaque rôle qui n’en a pas.',
  view: 'Ce qui est montré',
  views: { fields: 'Placer les champs', signer: 'Page de signature' },
  madeOf: (name, pages) => `${name}, ${pages === 1 ? '1 page' : `${pages} pages`}`,
  download: 'Télécharger le fichier',
  replace: 'Autre fichier',
  replaceText: 'Il remplace celui-ci dans la version suivante. Les champs restent où ils sont.',
  replaceSubmit: 'Le mettre à sa place',
  pages: 'Pages',
  page: 'Page',
  ofPages: (count) => `sur ${count}`,
  pageOf: (page, count) => `Page ${page} sur ${count}`,
  previous: 'Page précédente',
  next: 'Page suivante',
  waiting: 'Dessin de la page',
  kind: 'Nouveau champ',
  whose: 'Rempli par',
  add: 'Ajouter à cette page',
  keys: 'Dessinez un champ à la souris, ou ajoutez-en un. Faites-le glisser, ou déplacez-le avec les flèches ; Maj et flèches l’étirent, Suppr le retire.',
  boxOf: (label, role) => `${label}, ${role}`,
  fields: (count) => (count === 1 ? '1 champ' : `${count} champs`),
  onPage: (page) => `page ${page}`,
  below: 'sous les pages',
  nowhere: 'Il n’est sur aucune page : il se remplit au-dessous.',
  bring: (page) => `Le mettre page ${page}`,
  atWords:
    'Il se tient à ses mots entre accolades, que le document fini recouvre. Déplacez-le pour le mettre ailleurs.',
  toWords: 'Le remettre à ses mots',
  takeOff: 'Le retirer de la page',
  sides: { x: 'Depuis la gauche', y: 'Depuis le haut', width: 'Largeur', height: 'Hauteur' },
  removed: (label) => `« ${label} » est retiré.`,
  whereItIs: (place) =>
    place
      ? `à ${Math.round(place.x * 100)} % de la gauche et ${Math.round(place.y * 100)} % du haut, ${Math.round(place.width * 100)} % de large, ${Math.round(place.height * 100)} % de haut`
      : '',
  seenBy: 'Vu par',
  asRole: (role) => `Comme ${role}`,
}
