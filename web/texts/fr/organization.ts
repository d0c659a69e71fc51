import type { organization as english } from '../en/organization.ts'

export const organization: typeof english = {
  title: 'Organisation',
  about: 'Ce qui vaut pour toute votre organisation.',
  facts: { id: 'Identifiant', slug: 'Sous-domaine', created: 'Depuis', rest: 'API REST', jsonapi: 'JSON:API' },
  copy: { id: 'l’identifiant', rest: 'l’adresse de l’API REST', jsonapi: 'l’adresse de la JSON:API' },
  form: {
    title: 'Paramètres',
    name: 'Nom',
    nameHint: 'Les signataires le lisent sur chaque page et dans chaque e-mail.',
    retention: 'Jours de conservation des documents terminés',
    retentionHint:
      'Ensuite ils sont supprimés. Un accord peut avoir sa propre règle. Laissez vide pour les conserver sans limite.',
    tracking: 'Paramètres de liens à ignorer',
    trackingHint:
      'Les paramètres qui ne servent qu’à pister les personnes ne sont pas enregistrés comme métadonnées. Un par ligne. Une étoile à la fin remplace n’importe quelle fin. Laissez vide pour la liste du serveur.',
    embedding: 'Sites qui peuvent montrer les pages de signature',
    embeddingHint:
      'On signe alors dans un cadre de vos propres pages. Une origine par ligne, par exemple https://app.example.com. Vide : aucun autre site ne le peut.',
    submit: 'Enregistrer',
    saved: 'Enregistré.',
  },
  maintenance: {
    title: 'Maintenance',
    off: 'Votre organisation est en service. En maintenance, l’API répond 503 à tout le monde et personne ne peut signer ; les webhooks attendent.',
    on: 'Votre organisation est en maintenance depuis',
    begin: 'Commencer la maintenance',
    end: 'Terminer la maintenance',
    question: 'Commencer la maintenance ?',
    text: 'Tant que vous ne la terminez pas ici, l’API répond 503 à tous vos systèmes, et ces pages ne montrent que cet interrupteur.',
    begun: 'La maintenance a commencé.',
    ended: 'La maintenance est terminée.',
  },
}
