import type { misfits as english } from '../en/misfits.ts'

export const misfits: typeof english = {
  approved_otherwise: () => 'a approuvé autrement que ne le consigne la piste',
  chain_broken: ({ place }) => `est rompue : une ligne a été modifiée, supprimée ou insérée à la place ${place}`,
  consent_gone: () => 'a disparu, mais la piste le consigne',
  consent_other: () => 'diffère de celui de la piste',
  document_gone: () => 'a disparu, mais la piste ou la soumission le nomme',
  document_hash: () => 'a une autre empreinte que celle de la piste',
  document_other: () => 'a été modifié après avoir été achevé',
  document_refused: ({ why }) => `n’est pas accepté par le vérificateur : ${why}`,
  document_removed: () => 'a été supprimé, mais la piste ne le consigne pas',
  field_otherwise: ({ key }) => `a rempli ${key} autrement que ne le consigne la piste`,
  field_untold: ({ key }) => `a rempli ${key}, mais la piste ne le consigne pas`,
  head_announced: () => 'a été annoncé avec une autre tête que celle de sa piste',
  head_not_of_tree: () => 'a une tête qui ne correspond pas à son arbre',
  head_unreadable: () => 'a une tête ou un arbre illisible',
  head_unsigned: () => 'a une tête qu’aucune clé de cette installation n’a signée',
  leaf_changed: ({ leaf, action }) =>
    `a une feuille ${leaf} qui ne correspond pas à sa ligne : ${action} a été modifié`,
  leaf_without_row: ({ leaf }) => `a une feuille ${leaf} dont la ligne a disparu`,
  leaves_behind_head: ({ count }) => `a des feuilles au-delà de sa tête : ${count}`,
  log_key_strange: ({ id }) => `a la clé de journal ${id}, que sa clé maîtresse ne peut pas ouvrir`,
  mark_other: () => 'a une autre marque que celle de la piste',
  mark_otherwise: () => 'a fait sa marque autrement que ne le consigne la piste',
  names_no_organization: () => 'ne nomme aucune organisation',
  opening_misfits: ({ place }) =>
    `a, à la place ${place}, des données personnelles qui ne correspondent pas à leur engagement`,
  rebuilt: ({ size }) => `a été scellé sous un autre arbre de ${size} feuilles : le journal a été reconstruit`,
  rebuilt_for_witness: ({ witness, size }) =>
    `a été reconstruit : le témoin ${witness} a vu un autre arbre de ${size} feuilles`,
  rolled_back: ({ size, now }) =>
    `a été scellé quand le journal avait ${size} feuilles, mais le journal en a maintenant ${now} : il a été ramené en arrière`,
  rolled_back_for_witness: ({ witness, size, now }) =>
    `a été ramené en arrière : le témoin ${witness} a vu ${size} feuilles, mais le journal en a maintenant ${now}`,
  root_key_strange: ({ purpose, id }) =>
    `a la racine ${purpose} ${id}, dont sa clé maîtresse ne peut pas ouvrir la clé`,
  certificate_key_strange: ({ purpose, id }) =>
    `a le certificat ${purpose} ${id}, dont sa clé maîtresse ne peut pas ouvrir la clé`,
  rows_missed: ({ count }) => `n’a pas toutes les lignes de la piste : il en manque ${count}`,
  sealed_unreadable: () => 'contient des données chiffrées qui ne peuvent pas être ouvertes',
  signed_at_another_time: () => 'a signé à un autre moment que celui de la piste',
  signed_by_one: () => 'a signé selon la ligne ou selon la piste, mais pas selon les deux',
  signer_other: () => 'a un autre nom ou une autre adresse que ceux de la piste',
  text_other: () => 'a vu un autre texte que celui de la piste',
  trail_missing: () => 'n’a pas de piste',
  witness_silent: ({ witness, why }) => `n’a pas de signature du témoin ${witness} : ${why}`,
}
