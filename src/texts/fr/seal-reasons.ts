import type { SealReason } from '../en/seal-reasons.ts'

export const sealReasons: Readonly<Record<SealReason, string>> = {
  authority_failed:
    'aucune autorité ne donne d’horodatage valable. Réparez SEALANE_TIMESTAMP_URLS ou SEALANE_TIMESTAMP_ROOTS, ou renouvelez celle du serveur avec `sealane seal rotate --purpose time`',
  certificate_early:
    'un certificat n’est pas encore valide. Mettez l’horloge du serveur à l’heure, ou prenez-en un autre : `sealane seal rotate`, ou `seal import`',
  certificate_expired: 'un certificat a expiré. Prenez le suivant : `sealane seal rotate`, ou `seal import`',
  certificate_revoked: 'un certificat a été révoqué. Prenez-en un autre : `sealane seal rotate`, ou `seal import`',
  certificate_unfit:
    'le certificat, sa chaîne et sa clé ne vont pas ensemble. Importez-les de nouveau : `sealane seal import`, ou `seal rotate`',
  log_pending:
    'le registre attend ses témoins, ou une transaction qui reste ouverte. Voyez ce que `sealane doctor` dit de SEALANE_WITNESSES',
  other: 'ce qui manque est dit dans le journal du serveur, et par `sealane seal status`',
  revocation_missing:
    'il manque une liste actuelle des certificats révoqués. Mettez les dernières listes de vos autorités là où mène SEALANE_REVOCATIONS',
  signing_failed:
    'la commande de signature, ou la clé, ne donne pas de signature. Essayez SEALANE_SEAL_COMMAND à la main',
  signing_slow: 'la commande de signature ne répond pas à temps. Essayez SEALANE_SEAL_COMMAND à la main',
  storage_failed:
    'la base de données ne garde pas un document, ou en rend un autre. Voyez son journal et son disque, et ce qu’en dit `sealane doctor`',
}
