import type { verify as en } from '../en/verify.ts'

export const verify: typeof en = {
  title: 'Vérifier un document',
  lead: 'Choisissez un document scellé ici. Il est vérifié dans ce navigateur et ne le quitte jamais : une fois cette page chargée, elle fonctionne sans réseau.',
  choose: 'Document (PDF) ou son dossier (ZIP)',
  drop: 'Ou déposez-le n’importe où sur cette page.',
  checking: 'Le document est en cours de vérification.',
  unreadableFile: 'Le fichier est illisible. Choisissez-le à nouveau.',
  trust: 'Clés auxquelles cette page se fie',
  trustOf: (origin) => `Cette page se fie aux clés de ${origin} pour les sceaux, les heures et le journal.`,
  noTrust: 'Le fichier de confiance de ce serveur n’a pas pu être chargé. Choisissez-en un que vous avez.',
  badTrust: 'Ce n’est pas un fichier de confiance. Choisissez-en un autre.',
  chooseTrust: 'Un autre fichier de confiance (JSON)',
  trustHint:
    'Le fichier de confiance de ce serveur prouve un document par les clés que ce serveur montre aujourd’hui. Un fichier gardé auparavant, ou reçu de quelqu’un d’autre, le prouve même si le serveur a été modifié.',
  sameAs: 'C’est le document auquel mène le code de sa page de preuves.',
  otherThan: 'Ce n’est pas le document auquel mène le code : ses preuves diffèrent.',
  awaited: 'Choisissez le document dont les preuves ont cette empreinte :',
  needsHttps: 'Ce navigateur ne vérifie les signatures que par https. Ouvrez cette page par https.',
}
