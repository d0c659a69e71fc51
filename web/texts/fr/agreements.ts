import type { agreements as english } from '../en/agreements.ts'

export const agreements: typeof english = {
  title: 'Accords',
  about: 'Les documents à signer : un texte avec des champs, ses signataires, et leurs vérifications.',
  list: 'Accords',
  create: 'Nouvel accord',
  columns: {
    title: 'Titre',
    version: 'Version',
    language: 'Langue',
    verifications: 'Vérifications',
    changed: 'Modifié',
    tags: 'Étiquette',
    source: 'Mots du texte',
  },
  shown: 'Lesquels',
  inUse: 'En usage',
  archived: 'Archivés',
  noVerifications: 'aucune',
  verifications: (count) => (count === 1 ? '1 vérification' : `${count} vérifications`),
  empty: {
    title: 'Pas encore d’accord',
    text: 'Un accord s’écrit en Markdown. Chaque champ est un mot entre accolades, comme {{name}}. Écrivez-en un ici, ou envoyez-en un depuis votre propre système :',
    command: 'la commande',
    sample: 'Règlement intérieur',
  },
  form: {
    title: 'Titre',
    titleHint: 'Les signataires le lisent au-dessus du texte.',
    start: 'Commencer par',
    starts: {
      short: 'Un accord court à modifier',
      checked: 'Un accord avec vérification d’identité',
      bare: 'Rien qu’une signature',
    },
    ofPdf: 'Un PDF que vous avez',
    place: 'Placer ses champs',
    submit: 'Écrire l’accord',
  },
  starters: {
    short: `## Ce que nous convenons

{{name}} travaillera avec nous à partir du {{start}}.

1. Chacun garde pour lui ce qu’il apprend de l’autre.
2. Chacun peut y mettre fin avec un préavis de *quatre semaines*.

Signé : {{signature}}
`,
    checked: `## Ce que nous convenons

{{name}} accepte que nous contrôlions son identité avant de travailler ensemble.

Signé : {{signature}}
`,
    bare: 'Lu et approuvé : {{signature}}\n',
    signer: 'Signataire',
    labels: { name: 'Votre nom complet', start: 'Premier jour', signature: 'Votre signature' },
  },
}
