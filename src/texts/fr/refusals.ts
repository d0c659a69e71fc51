import type { refusals as english, linking as englishLinking } from '../en/refusals.ts'
import { sayBy } from '../speech.ts'

const acts = { created: 'créés', changed: 'modifiés', deleted: 'supprimés' }

const listOf = (names: readonly string[]) => names.join(', ') || 'rien'

export const linking: typeof englishLinking = {
  exactly_one: ({ type, inverse }) =>
    `Chacune a exactement un ${inverse} : donnez-lui-en un autre (PATCH /${type}/<id>/relationships/${inverse}).`,
  linked_by_server: ({ type }) => `Le serveur lie lui-même les ${type}.`,
  linked_when_created: ({ type, inverse }) =>
    `Les ${type} sont liés à leur création : POST /${type} avec la relation ${inverse}.`,
  post_to_add: () => 'Faites un POST à cette adresse pour ajouter.',
  server_sets: () => 'Le serveur le fixe.',
  stays: ({ type, removable }) =>
    `Ce qui est lié le reste.${removable ? ` DELETE /${type}/<id> en supprime un tout à fait.` : ''}`,
  when_created: ({ type }) => `C’est donné à la création dans ${type}, et reste.`,
}

export const refusals: typeof english = {
  accept: ({ type }) => `Acceptez ${type}.`,
  add_to_resource: () => 'Ajoutez à la collection, pas à une ressource.',
  atomic_content_type: ({ type }) => `Envoyez le Content-Type ${type}.`,
  atomic_missing: () => 'Le membre atomic:operations manque.',
  attribute_unknown: ({ type, name, known }) =>
    `Les ${type} n’ont pas d’attribut ${name}. Vous pouvez donner : ${listOf(known)}.`,
  attributes_object: () => 'Le membre attributes est un objet.',
  body_deep: ({ limit }) => `Imbriquez au plus ${limit} niveaux.`,
  body_large: () => 'Le corps est trop grand : au plus 1 Mio à côté d’un fichier, et au plus 37 Mio avec lui.',
  body_type: ({ type }) => `Envoyez le corps comme ${type}.`,
  cannot_be_set: ({ name }) => `${name} ne peut pas être fixé ici.`,
  client_id: () => 'Le serveur donne l’identifiant. Omettez-le.',
  cursor_and_number: () => 'Demandez par page[number] ou par curseurs, pas par les deux.',
  cursor_range: () =>
    'Donnez page[after] ou page[before] : les intervalles entre deux curseurs ne sont pas pris en charge.',
  data_missing: () => 'Le membre data manque.',
  document_data: () => 'Envoyez un objet JSON avec un membre data.',
  error_failed: () =>
    'Une erreur s’est produite de notre côté. Donnez l’identifiant de cette erreur quand vous nous écrivez.',
  export_unknown: () => 'Les exports s’appellent <type>.csv ou <type>.ndjson, d’après un type de cette API.',
  extension_unknown: ({ extension, known }) => `L’extension ${extension} n’est pas prise en charge ; il y a ${known}.`,
  field_unknown: ({ name, known }) => `Il n’y a pas de champ ${name}. Il y a : ${known.join(', ')}.`,
  filter_once: ({ name }) => `Envoyez ${name} une seule fois : il n’accepte qu’une valeur.`,
  filter_unknown: ({ name, known }) => `${name} n’existe pas. Il y a : ${known.join(', ')}.`,
  href: () => 'Un href est une adresse de cette API.',
  id_mismatch: () => 'L’identifiant n’est pas celui de l’URL.',
  id_missing: () => 'Le membre id manque.',
  id_or_lid: () => 'Utilisez un id ou un lid, comme texte.',
  id_text: () => 'L’identifiant est un texte.',
  identifier: () => 'Utilisez un identifiant de ressource : un objet avec type et id.',
  identifiers_list: () => 'Envoyez une liste d’identifiants.',
  identifiers_many: ({ limit }) => `Envoyez au plus ${limit} identifiants.`,
  include_deep: ({ limit, path }) => `Incluez au plus ${limit} niveaux ; ${path} en a davantage.`,
  include_many: ({ limit }) => `Incluez au plus ${limit} relations.`,
  include_too_large: ({ type }) =>
    `Il y a trop de ${type} à inclure. Demandez une page plus petite, ou suivez les liens related.`,
  include_unknown: ({ name, type, known }) =>
    `La relation « ${name} » ne peut pas être incluse. ${known.length > 0 ? `De ${type}, il y a : ${known.join(', ')}.` : `Les ${type} n’en ont pas.`}`,
  last_event_id: () => 'Envoyez l’identifiant du dernier message reçu.',
  lid_text: ({ limit }) => `Le lid est un texte d’au plus ${limit} lettres.`,
  lid_twice: ({ lid }) => `Le lid ${lid} est utilisé deux fois.`,
  lid_unknown: ({ lid, type }) => `Aucune opération précédente n’a fait de ${type} avec le lid ${lid}.`,
  media_type_parameter: ({ type, name }) => `Le type ${type} n’accepte que les paramètres ext et profile, pas ${name}.`,
  method_here: ({ method, allow }) => `${method} n’est pas possible ici. Il y a : ${allow}.`,
  must_be_given: ({ name }) => `${name} est obligatoire.`,
  not_added_to: ({ name, why }) => `Rien ne peut être ajouté à ${name}. ${sayBy(linking, why)}`,
  not_replaced: ({ name, why }) => `${name} ne peut pas être remplacé en entier. ${sayBy(linking, why)}`,
  not_changed: ({ name, why }) => `${name} ne peut pas être modifié. ${sayBy(linking, why)}`,
  not_taken_out: ({ name, why }) => `Rien ne peut être retiré de ${name}. ${sayBy(linking, why)}`,
  op: () => 'Un op est add, update ou remove.',
  operation_object: () => 'Une opération est un objet.',
  operations_list: () => 'Envoyez une liste d’au moins une opération.',
  operations_many: ({ limit }) => `Envoyez au plus ${limit} opérations.`,
  page_forms: () =>
    'Les pages se demandent par page[size] et page[number], ou par page[size], page[after] et page[before].',
  parameter_once: ({ name }) => `Envoyez ${name} une seule fois.`,
  parameter_unknown: ({ name, known }) =>
    `Il n’y a pas de paramètre ${name} ici. ${known.length > 0 ? `Il y a : ${known.join(', ')}` : 'Il n’y en a aucun'}.`,
  ref: () => 'Un ref est un objet avec un type.',
  ref_and_href: () => 'Utilisez ref ou href, pas les deux.',
  relationship_empty: () => 'Cette relation ne peut pas être vide.',
  relationship_object: () => 'Une relation est un objet avec un membre data.',
  relationship_text: () => 'Une relation est nommée par un texte.',
  relationship_unknown: ({ type, name, known }) =>
    `Les ${type} n’ont pas de relation ${name}. Il y a : ${listOf(known)}.`,
  relationships_object: () => 'Le membre relationships est un objet.',
  related_missing: ({ type }) => `Cela n’existe pas parmi les ${type}.`,
  resource_changed: () => 'La ressource a changé depuis que vous l’avez lue : son ETag n’est pas celui d’If-Match.',
  resource_object: ({ type }) => `Envoyez un objet de ressource de ${type}.`,
  sort_descending: () => 'Le tri décroissant n’est pas pris en charge. Omettez le signe moins.',
  sort_unknown: ({ name, known }) => `Le tri par « ${name} » n’est pas possible. Utilisez : ${known.join(', ')}.`,
  stranger: ({ name }) => `${name} ne peut pas se trouver ici.`,
  stream_parameter: ({ name }) => `Il n’y a pas de paramètre ${name} ici. Il y a : filter[type].`,
  target_missing: () => 'Dites de quoi il s’agit : ref, href, ou data avec un type.',
  to_one_data: ({ name }) => `${name} mène à un seul : envoyez un identifiant, ou null.`,
  to_one_patch: ({ name }) => `${name} mène à un seul : utilisez PATCH.`,
  type_expected: ({ expected, given }) => `Il y a ici des ${expected}, pas des ${given}.`,
  type_missing: () => 'Le membre type manque.',
  type_text: () => 'Le type est un texte.',
  type_unknown: ({ type }) => `Il n’y a pas de type ${type}.`,
  verb_missing: ({ type, done, instead }) =>
    `Les ${type} ne peuvent pas être ${acts[done]}.${instead === undefined ? '' : ` La référence dit : « ${instead} »`}`,
  url_too_long: () => 'L’URL est trop longue.',
  via_relationship: ({ name }) => `${name} ne se fixe pas par sa ressource : utilisez l’URL de sa relation.`,
  whole_number: ({ limit }) => `Utilisez un nombre entier de 1 à ${limit}.`,
  which: ({ type }) => `Dites lequel parmi les ${type}.`,
}
