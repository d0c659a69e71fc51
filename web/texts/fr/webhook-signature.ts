import type { webhookSignature as english } from '../en/webhook-signature.ts'

const changes: Record<string, string> = {
  end: 'une fin de ligne a été ajoutée au corps, ou retirée',
  spaces: 'des espaces autour du corps ont été ajoutés, ou retirés',
  lines: 'les fins de ligne ont été réécrites (CRLF)',
  json: 'le JSON a été analysé puis réécrit, avec d’autres espaces',
}

export const webhookSignature: typeof english = {
  about:
    'Collez un envoi tel que votre récepteur l’a reçu. Tout est calculé dans ce navigateur : ni le secret ni le corps ne quittent la page.',
  headers: 'En-têtes',
  headersHint: 'Des lignes « nom : valeur » de votre journal, de curl, ou du JSON.',
  body: 'Corps',
  bodyHint: 'Les octets bruts, avant toute analyse.',
  key: 'Secret ou clé publique',
  keyHint: 'whsec_… ou, pour les signatures v1a, whpk_….',
  submit: 'Vérifier',
  result: 'Ce qu’un récepteur constate',
  genuine: 'Cet envoi est authentique.',
  old: 'La signature est bonne. Un récepteur la refuserait pourtant maintenant, car elle est ancienne.',
  refused: 'Un récepteur doit refuser ceci.',
  code: 'Code pour votre récepteur',
  names: { headers: 'En-têtes', key: 'Clé', timestamp: 'Horodatage', signature: 'Signature' },
  outcomes: { passed: 'bon', failed: 'échec', warned: 'ancien' },
  details: {
    headers_there: ({ id }) =>
      `Les trois sont là. L’envoi est ${id} : retenez cet identifiant, pour ne faire le travail qu’une fois.`,
    headers_missing: ({ names }) => `Il manque : ${names}. Un proxy les retire peut-être, ou ils n’ont pas été collés.`,
    key_secret: () => 'C’est un secret, pour les signatures v1 (HMAC-SHA256).',
    key_public: () => 'C’est une clé publique, pour les signatures v1a (Ed25519).',
    key_missing: () => 'Collez le secret du webhook. Qui l’a perdu en crée un nouveau : « Changer le secret ».',
    key_prefix: () => 'Il doit commencer par whsec_ ou whpk_. Collez-le en entier, sans guillemets.',
    key_base64: () => 'Ce qui suit le préfixe n’est pas du base64. Collez-le en entier, sans guillemets ni espaces.',
    key_length: () => 'Il est trop court ou trop long : il en manque une partie.',
    timestamp_fresh: ({ at }) => `Signé à ${at}, à moins de cinq minutes de maintenant.`,
    timestamp_old: ({ at }) =>
      `Signé à ${at}, il y a plus de cinq minutes. Les récepteurs le refusent, pour que personne ne rejoue ce qu’il a intercepté. Pour un envoi du passé, ce n’est pas une faute.`,
    timestamp_ahead: ({ at }) =>
      `Signé à ${at}, donc dans le futur : l’une des deux horloges est fausse. Utilisez NTP.`,
    timestamp_unreadable: () => 'Ce doit être un nombre entier de secondes depuis 1970.',
    timestamp_milliseconds: () =>
      'Ce sont des millisecondes ; il faut des secondes. Il n’a pas été collé tel qu’il est arrivé.',
    signature_fits: ({ version }) =>
      `Une signature ${version} correspond à cet identifiant, cet horodatage et ces octets, avec cette clé.`,
    signature_none_of_kind: ({ version }) =>
      `Il n’y a pas de signature ${version} parmi celles données. Un secret va avec v1, une clé publique avec v1a.`,
    signature_other_body: ({ change }) =>
      `Elle correspond à un autre corps : ${changes[change ?? ''] ?? ''}. Vérifiez les octets bruts, avant que rien ne les analyse.`,
    signature_text_key: () =>
      'Qui a signé ceci a pris le secret comme texte. La clé est ce qui suit whsec_, décodé du base64.',
    signature_no_match: () =>
      'Aucune signature ne correspond à ces octets avec cette clé. Le secret est celui d’un autre webhook, ou un ancien ; ou bien l’identifiant, l’horodatage ou le corps a été modifié.',
  },
}
