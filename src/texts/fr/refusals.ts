import type { refusals as english, linking as englishLinking } from '../en/refusals.ts'
import { sayBy } from '../speech.ts'

const acts = { created: 'créés', changed: 'modifiés', deleted: 'supprimés' }

const listOf = (names: readonly string[]) => names.join(', ') || 'rien'

export const linking: typeof englishLinking = {
  exactly_one: ({ type, inverse }) =>
    `Chaque ressource de ${type} a exactement un ${inverse}. Remplacez-le : PATCH /${type}/<id>/relationships/${inverse}.`,
  linked_by_server: ({ type }) => `Seul le serveur lie les ${type}.`,
  linked_when_created: ({ type, inverse }) =>
    `Les ${type} sont liés à leur création : envoyez POST /${type} avec la relation ${inverse}.`,
  post_to_add: () => 'Envoyez POST à cette adresse pour ajouter.',
  server_sets: () => 'Le serveur le fixe.',
  stays: ({ type, removable }) =>
    `Les ${type} liés le restent.${removable ? ` DELETE /${type}/<id> en supprime un.` : ''}`,
  when_created: ({ type }) => `Cela se fixe à la création dans ${type}, et ne peut pas changer ensuite.`,
}

export const refusals: typeof english = {
  accept: ({ type }) => `Envoyez Accept: ${type}.`,
  add_to_resource: () => 'L’opération add exige l’adresse d’une collection, pas d’une ressource.',
  atomic_content_type: ({ type }) => `Envoyez le Content-Type ${type}.`,
  atomic_missing: () => 'Le membre atomic:operations manque.',
  attribute_unknown: ({ type, name, known }) =>
    `Les ${type} n’ont pas d’attribut ${name}. Vous pouvez donner : ${listOf(known)}.`,
  attributes_object: () => 'Le membre attributes doit être un objet.',
  body_deep: ({ limit }) => `Imbriquez au plus ${limit} niveaux.`,
  body_large: () => 'Le corps est trop grand. Envoyez au plus 1 Mio sans son fichier, et au plus 37 Mio avec lui.',
  body_type: ({ type }) => `Envoyez le corps comme ${type}.`,
  cannot_be_set: ({ name }) => `${name} ne peut pas être fixé ici.`,
  client_id: () => 'Le serveur donne l’identifiant. Omettez-le.',
  cursor_and_number: () => 'Envoyez page[number] ou un curseur, pas les deux.',
  cursor_range: () =>
    'Envoyez page[after] ou page[before], pas les deux. Les intervalles entre deux curseurs ne sont pas pris en charge.',
  data_missing: () => 'Le membre data manque.',
  document_data: () => 'Envoyez un objet JSON avec un membre data.',
  error_failed: () =>
    'Une erreur s’est produite de notre côté. Citez l’identifiant de cette erreur quand vous demandez de l’aide.',
  export_unknown: () => 'Nommez l’export <type>.csv ou <type>.ndjson, avec un type de cette API.',
  extension_unknown: ({ extension, known }) =>
    `L’extension ${extension} n’est pas prise en charge. Prises en charge : ${known}.`,
  field_unknown: ({ name, known }) => `Il n’y a pas de champ ${name}. Champs : ${known.join(', ')}.`,
  filter_once: ({ name }) => `Envoyez ${name} une seule fois : il n’accepte qu’une valeur.`,
  filter_unknown: ({ name, known }) => `${name} n’existe pas. Filtres : ${known.join(', ')}.`,
  href: () => 'Un href doit être une adresse de cette API.',
  id_mismatch: () => 'L’identifiant diffère de celui de l’URL.',
  id_missing: () => 'Le membre id manque.',
  id_or_lid: () => 'Envoyez un id ou un lid, comme texte.',
  id_text: () => 'L’identifiant doit être un texte.',
  identifier: () => 'Envoyez un identifiant de ressource : un objet avec type et id.',
  identifiers_list: () => 'Envoyez une liste d’identifiants.',
  identifiers_many: ({ limit }) => `Envoyez au plus ${limit} identifiants.`,
  include_deep: ({ limit, path }) => `Incluez au plus ${limit} niveaux ; ${path} en a davantage.`,
  include_many: ({ limit }) => `Incluez au plus ${limit} relations.`,
  include_too_large: ({ type }) =>
    `Il y a trop de ${type} à inclure. Demandez une page plus petite, ou suivez les liens related.`,
  include_unknown: ({ name, type, known }) =>
    `La relation « ${name} » ne peut pas être incluse. ${known.length > 0 ? `Relations de ${type} : ${known.join(', ')}.` : `Les ${type} n’ont pas de relations.`}`,
  last_event_id: () => 'Envoyez l’identifiant du dernier message que vous avez reçu.',
  lid_text: ({ limit }) => `Le lid doit être un texte d’au plus ${limit} lettres.`,
  lid_twice: ({ lid }) => `Le lid ${lid} est utilisé deux fois.`,
  lid_unknown: ({ lid, type }) => `Aucune opération précédente ne crée de ressource de ${type} avec le lid ${lid}.`,
  media_type_parameter: ({ type, name }) => `Le type ${type} n’accepte que les paramètres ext et profile, pas ${name}.`,
  method_here: ({ method, allow }) => `${method} n’est pas possible ici. Utilisez : ${allow}.`,
  must_be_given: ({ name }) => `${name} est obligatoire.`,
  not_added_to: ({ name, why }) => `Rien ne peut être ajouté à ${name}. ${sayBy(linking, why)}`,
  not_replaced: ({ name, why }) => `${name} ne peut pas être remplacé en entier. ${sayBy(linking, why)}`,
  not_changed: ({ name, why }) => `${name} ne peut pas être modifié. ${sayBy(linking, why)}`,
  not_taken_out: ({ name, why }) => `Rien ne peut être retiré de ${name}. ${sayBy(linking, why)}`,
  op: () => 'Un op doit être add, update ou remove.',
  operation_object: () => 'Une opération doit être un objet.',
  operations_list: () => 'Envoyez une liste d’au moins une opération.',
  operations_many: ({ limit }) => `Envoyez au plus ${limit} opérations.`,
  page_forms: () => 'Utilisez page[size] avec page[number], ou page[size] avec page[after] ou page[before].',
  parameter_once: ({ name }) => `Envoyez ${name} une seule fois.`,
  parameter_unknown: ({ name, known }) =>
    `Il n’y a pas de paramètre ${name} ici. ${known.length > 0 ? `Paramètres : ${known.join(', ')}` : 'Cette adresse n’en accepte aucun'}.`,
  ref: () => 'Un ref doit être un objet avec un type.',
  ref_and_href: () => 'Utilisez ref ou href, pas les deux.',
  relationship_empty: () => 'Cette relation ne peut pas être vide.',
  relationship_object: () => 'Une relation doit être un objet avec un membre data.',
  relationship_text: () => 'Le nom d’une relation doit être un texte.',
  relationship_unknown: ({ type, name, known }) =>
    `Les ${type} n’ont pas de relation ${name}. Relations : ${listOf(known)}.`,
  relationships_object: () => 'Le membre relationships doit être un objet.',
  related_missing: ({ type }) => `Cela n’existe pas parmi les ${type}.`,
  resource_changed: () => 'La ressource a changé depuis que vous l’avez lue : son ETag n’est pas celui d’If-Match.',
  resource_object: ({ type }) => `Envoyez un objet de ressource de ${type}.`,
  sort_descending: () => 'Le tri décroissant n’est pas pris en charge. Omettez le signe moins.',
  sort_unknown: ({ name, known }) => `Le tri par « ${name} » n’est pas possible. Utilisez : ${known.join(', ')}.`,
  stranger: ({ name }) => `Le membre ${name} n’est pas permis ici.`,
  stream_parameter: ({ name }) => `Il n’y a pas de paramètre ${name} ici. Le seul paramètre est filter[type].`,
  target_missing: () => 'Nommez la cible de l’opération : envoyez ref, href, ou data avec un type.',
  to_one_data: ({ name }) => `${name} est une relation à un seul élément : envoyez un identifiant, ou null.`,
  to_one_patch: ({ name }) => `${name} est une relation à un seul élément : changez-la avec PATCH.`,
  type_expected: ({ expected, given }) => `Envoyez le type ${expected}, pas ${given}.`,
  type_missing: () => 'Le membre type manque.',
  type_text: () => 'Le type doit être un texte.',
  type_unknown: ({ type }) => `Il n’y a pas de type ${type}.`,
  verb_missing: ({ type, done, instead }) =>
    `Les ${type} ne peuvent pas être ${acts[done]}.${instead === undefined ? '' : ` La référence dit : « ${instead} »`}`,
  url_too_long: () => 'L’URL est trop longue.',
  via_relationship: ({ name }) => `${name} ne se fixe pas par sa ressource : utilisez l’URL de sa relation.`,
  whole_number: ({ limit }) => `Utilisez un nombre entier de 1 à ${limit}.`,
  which: ({ type }) => `Nommez une ressource de ${type} : envoyez son identifiant.`,
}
