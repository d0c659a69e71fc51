import type { home as english } from '../en/home.ts'

export const home: typeof english = {
  title: 'Accueil',
  welcome: (person, organization) => `Bienvenue, ${person}. Vous travaillez pour ${organization}.`,
  tasks: {
    title: 'Ce qui attend quelqu’un maintenant',
    none: 'Rien ne vous attend.',
    many: (count, isMore) => `${count}${isMore ? ' ou plus' : ''}`,
    since: 'la plus ancienne :',
    names: {
      reviews: 'Vérifications à décider',
      'failing-webhooks': 'Webhooks en échec',
      'waiting-submissions': 'Soumissions qui attendent un signataire',
      'stopped-bulk-sends': 'Envois en nombre arrêtés',
      'ending-api-keys': 'Clés API qui expirent bientôt',
      'open-invitations': 'Invitations sans réponse',
    },
  },
  volumes: {
    title: 'Les 30 derniers jours',
    verifications: 'Vérifications',
    verificationsSaid: (ordered, verified) => `${ordered} demandées, ${verified} vérifiées`,
    submissions: 'Soumissions',
    submissionsSaid: (begun, completed) => `${begun} commencées, ${completed} terminées`,
    median: (hours) => `la moitié en moins de ${hours}`,
    day: 'Jour',
    count: 'Nombre',
    asTable: 'En tableau',
  },
  steps: {
    title: 'Trois étapes vers un premier accord signé',
    key: 'Créer une clé API',
    keyText: 'Dans Intégrations ; elle ne s’affiche qu’une fois. Gardez-la dans votre terminal :',
    agreement: 'Écrire un accord',
    agreementText:
      'C’est du Markdown ; {{name}} est un champ que le signataire remplit. La réponse contient son agreement_id :',
    link: 'Créer un lien et l’ouvrir',
    linkText: 'Toute personne qui ouvre l’url de la réponse peut signer. Ouvrez-la d’abord vous-même :',
    command: 'la commande',
  },
}
