import type { verify as en } from '../en/verify.ts'

export const verify: typeof en = {
  title: 'Vérifier un document',
  lead: 'Choisissez un document scellé ici. Il est vérifié dans ce navigateur et ne le quitte jamais : une fois cette page chargée, elle fonctionne sans réseau.',
  choose: 'Document (PDF) ou son dossier (ZIP)',
  drop: 'Ou déposez-le n’importe où sur cette page.',
  checking: 'Le document est en cours de vérification.',
  unreadableFile: 'Le fichier est illisible. Choisissez-le à nouveau.',
  trust: 'Qui cette page croit',
  trustOf: (origin) => `Elle croit ce que ${origin} dit de ses sceaux, de ses heures et de son registre.`,
  noTrust: 'Le fichier de confiance de ce serveur n’a pas pu être chargé. Choisissez-en un que vous avez.',
  badTrust: 'Ce n’est pas un fichier de confiance. Choisissez-en un autre.',
  chooseTrust: 'Un autre fichier de confiance (JSON)',
  trustHint:
    'Le fichier de confiance de ce serveur prouve un document contre ce que ce serveur dit aujourd’hui. Un fichier gardé depuis longtemps, ou reçu d’un autre, le prouve aussi contre le serveur.',
  sameAs: 'C’est le document auquel mène le code de sa page de preuves.',
  otherThan: 'Ce n’est pas le document auquel mène le code : ses preuves sont autres.',
  awaited: 'Choisissez le document dont les preuves ont cette empreinte :',
  needsHttps: 'Ce navigateur ne vérifie les signatures que par https. Ouvrez cette page par https.',
}
