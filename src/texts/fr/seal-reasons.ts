import type { SealReason } from '../en/seal-reasons.ts'

export const sealReasons: Readonly<Record<SealReason, string>> = {
  authority_failed:
    'aucune autorité ne donne d’horodatage valable. Corrigez SEALANE_TIMESTAMP_URLS ou SEALANE_TIMESTAMP_ROOTS, ou renouvelez l’autorité intégrée avec `sealane seal rotate --purpose time`',
  certificate_early:
    'un certificat n’est pas encore valide. Mettez l’horloge du serveur à l’heure, ou utilisez un autre certificat : `sealane seal rotate`, ou `seal import`',
  certificate_expired: 'un certificat a expiré. Utilisez le suivant : `sealane seal rotate`, ou `seal import`',
  certificate_revoked: 'un certificat a été révoqué. Utilisez-en un autre : `sealane seal rotate`, ou `seal import`',
  certificate_unfit:
    'le certificat, sa chaîne et sa clé ne vont pas ensemble. Importez-les de nouveau : `sealane seal import`, ou `seal rotate`',
  log_pending: 'le journal attend ses témoins, ou une transaction ouverte. `sealane doctor` essaie SEALANE_WITNESSES',
  other: 'le journal du serveur et `sealane seal status` disent ce qui échoue',
  revocation_missing:
    'il manque une liste actuelle des certificats révoqués. Mettez les dernières listes de vos autorités aux endroits que nomme SEALANE_REVOCATIONS',
  signing_failed:
    'la commande de signature ou la clé ne donne pas de signature. Exécutez SEALANE_SEAL_COMMAND à la main',
  signing_slow: 'la commande de signature ne répond pas à temps. Exécutez SEALANE_SEAL_COMMAND à la main',
  storage_failed:
    'la base de données n’enregistre pas un document, ou en rend un autre. Vérifiez son journal et son disque, et exécutez `sealane doctor`',
}
