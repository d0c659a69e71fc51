import type { document as english } from '../en/document.ts'

export const readme = `Contenu de cette archive :

document.pdf           le document final ; il contient ses preuves sous le nom evidence.json
trust.json             les clés et les certificats qui le prouvent ; comparez ce fichier à celui d’une autre source
completed.json         la ligne du journal de l’organisation qui donne l’empreinte SHA-256 du document
completed.tlog-proof   la preuve que cette ligne est dans le journal, avec une tête signée (C2SP tlog-proof)

Pour vérifier le document sans ce serveur, avec Node 20 ou plus récent et sans autre logiciel :

  node sealane-verify.mjs document.pdf --trust trust.json

Avec toute l’archive à la place de document.pdf, la même commande prouve aussi que le journal nomme ce fichier.
`

export const document: typeof english = {
  empty: 'Ce document n’a pas de texte.',
  plain: 'Ce fichier est un PDF ordinaire, car un élément de son texte n’est pas permis dans une archive (PDF/A).',
  introduction:
    'Cette page consigne comment le document des pages précédentes a été présenté, accepté et signé. Toutes les heures sont en temps universel coordonné (UTC). Les empreintes sont en SHA-256, en hexadécimal.',
  verify: 'Vérifiez le fichier ici, hors ligne.',
  verify_alt: 'Adresse de la page qui vérifie ce fichier',
  page: 'page {page} sur {pages}',
  submission: ({ id }) => `Procédure ${id}`,
  signatures: 'Les signatures',
  evidence: 'PREUVES',
  record: 'Procès-verbal de signature',
  agreement: 'Document',
  also: 'Également rempli',
  ticked: 'coché',
  not_ticked: 'non coché',
  drawn: 'signature dessinée',
  heading: ({ role }) => `${role} : `,
  acts: { act: 'Acte', time: 'Heure', address: 'Depuis l’adresse', browser: 'Avec le navigateur' },
  did: {
    proved: 'Saisie du code reçu par e-mail',
    viewed: 'Consultation',
    consented: 'Consentement',
    signed: 'Signature',
    approved: 'Approbation',
  },
  not_recorded: 'non enregistré',
  facts: {
    title: 'Titre',
    sender: 'Envoyé par',
    agreement: 'Document',
    text_hash: 'Empreinte du texte',
    link: 'Lien',
    submission: 'Procédure',
    metadata: 'Métadonnées',
    copy: 'Copie à',
    completed: 'Achevé',
    proof: 'Empreinte des preuves contenues dans ce fichier',
    trail: 'Tête de la piste d’audit',
  },
  summary: { signed: 'Signé', mark: 'Signature', ip: 'Adresse IP', consents: 'Accords' },
  proofs: {
    email: 'Adresse e-mail',
    fixed: 'Rempli par l’expéditeur',
    file: 'Fichier envoyé',
    file_text: ({ label, name, bytes }) => `${label} : ${name}, ${bytes} octets`,
    file_hash: 'Empreinte du fichier',
    invited: 'Invité en tant que',
    mark: 'Signature',
    mark_hash: 'Empreinte du dessin',
    consent: 'Consentement',
    consent_text: ({ title, version, at }) => `${title}, version du texte ${version}, donné le ${at}`,
    consent_hash: 'Empreinte de son texte',
    verification: 'Vérification',
    no_result: 'sans résultat',
    simulated: 'simulé : personne n’a été contrôlé',
    id: 'Son identifiant',
  },
  typed_as: ({ name }) => `Saisie : « ${name} »`,
  drawn_by_hand: 'Dessinée à la main sur l’écran',
}
