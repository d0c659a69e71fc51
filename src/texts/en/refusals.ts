import { type Linking, sayBy } from '../speech.ts'

type Limit = { limit: number }
type Known = { known: readonly string[] }
type Named = { name: string }
type OfType = { type: string }
type Done = 'created' | 'changed' | 'deleted'

const listOf = (names: readonly string[]) => names.join(', ') || 'none'

/** How resources are linked, and what to do about a link. These are parts of the sentences below. */
export const linking = {
  exactly_one: ({ type, inverse }: OfType & { inverse: string }) =>
    `Each of the ${type} has exactly one ${inverse}. Replace it: PATCH /${type}/<id>/relationships/${inverse}.`,
  linked_by_server: ({ type }: OfType) => `Only the server links ${type}.`,
  linked_when_created: ({ type, inverse }: OfType & { inverse: string | undefined }) =>
    `Each of the ${type} is linked when it is created: send POST /${type} with the relationship ${inverse}.`,
  post_to_add: () => 'Send POST to this address to add.',
  server_sets: () => 'The server sets it.',
  stays: ({ type, removable }: OfType & { removable: boolean }) =>
    `Linked ${type} stay linked.${removable ? ` DELETE /${type}/<id> deletes one of them.` : ''}`,
  when_created: ({ type }: OfType) => `It is set when one of the ${type} is created, and cannot change later.`,
}

/** Why the JSON:API dialect refuses a request, by code. */
export const refusals = {
  accept: ({ type }: OfType) => `Send Accept: ${type}.`,
  add_to_resource: () => 'The operation add needs the address of a collection, not of a resource.',
  atomic_content_type: ({ type }: OfType) => `Send the Content-Type ${type}.`,
  atomic_missing: () => 'The member atomic:operations is missing.',
  attribute_unknown: ({ type, name, known }: OfType & Named & Known) =>
    `${type} have no attribute ${name}. You can give: ${listOf(known)}.`,
  attributes_object: () => 'The member attributes must be an object.',
  body_deep: ({ limit }: Limit) => `Nest at most ${limit} levels.`,
  body_large: () => 'The body is too large. Send at most 1 MiB without its file, and at most 37 MiB with it.',
  body_type: ({ type }: OfType) => `Send the body as ${type}.`,
  cannot_be_set: ({ name }: Named) => `${name} cannot be set here.`,
  client_id: () => 'The server gives the id. Leave it out.',
  cursor_and_number: () => 'Send page[number] or a cursor, not both.',
  cursor_range: () => 'Send page[after] or page[before], not both. Ranges between two cursors are not supported.',
  data_missing: () => 'The member data is missing.',
  document_data: () => 'Send a JSON object with a member data.',
  error_failed: () => 'Something went wrong on our side. Quote the id of this error when you ask.',
  export_unknown: () => 'Name the export <type>.csv or <type>.ndjson, with a type of this API.',
  extension_unknown: ({ extension, known }: { extension: string; known: string }) =>
    `The extension ${extension} is not supported. Supported: ${known}.`,
  field_unknown: ({ name, known }: Named & Known) => `There is no field ${name}. Fields: ${known.join(', ')}.`,
  filter_once: ({ name }: Named) => `Send ${name} once: it takes one value.`,
  filter_unknown: ({ name, known }: Named & Known) => `There is no ${name}. Filters: ${known.join(', ')}.`,
  href: () => 'An href must be an address of this API.',
  id_mismatch: () => 'The id differs from the id in the URL.',
  id_missing: () => 'The member id is missing.',
  id_or_lid: () => 'Send an id or a lid, as a text.',
  id_text: () => 'The id must be a text.',
  identifier: () => 'Send a resource identifier: an object with type and id.',
  identifiers_list: () => 'Send a list of identifiers.',
  identifiers_many: ({ limit }: Limit) => `Send at most ${limit} identifiers.`,
  include_deep: ({ limit, path }: Limit & { path: string }) => `Include at most ${limit} levels; ${path} has more.`,
  include_many: ({ limit }: Limit) => `Include at most ${limit} relationships.`,
  include_too_large: ({ type }: OfType) =>
    `There are too many ${type} to include. Ask for a smaller page, or follow the related links.`,
  include_unknown: ({ name, type, known }: Named & OfType & Known) =>
    `The relationship "${name}" cannot be included. ${known.length > 0 ? `Relationships of ${type}: ${known.join(', ')}.` : `${type} have no relationships.`}`,
  last_event_id: () => 'Send the id of the last message that you received.',
  lid_text: ({ limit }: Limit) => `The lid must be a text of at most ${limit} letters.`,
  lid_twice: ({ lid }: { lid: string }) => `The lid ${lid} is used twice.`,
  lid_unknown: ({ lid, type }: { lid: string } & OfType) =>
    `No earlier operation creates one of the ${type} with the lid ${lid}.`,
  media_type_parameter: ({ type, name }: OfType & Named) =>
    `The media type ${type} takes only the parameters ext and profile, not ${name}.`,
  method_here: ({ method, allow }: { method: string; allow: string }) =>
    `${method} is not possible here. Use: ${allow}.`,
  must_be_given: ({ name }: Named) => `${name} is required.`,
  not_added_to: ({ name, why }: Named & { why: Linking }) => `Nothing can be added to ${name}. ${sayBy(linking, why)}`,
  not_replaced: ({ name, why }: Named & { why: Linking }) =>
    `${name} cannot be replaced as a whole. ${sayBy(linking, why)}`,
  not_changed: ({ name, why }: Named & { why: Linking }) => `${name} cannot be changed. ${sayBy(linking, why)}`,
  not_taken_out: ({ name, why }: Named & { why: Linking }) =>
    `Nothing can be removed from ${name}. ${sayBy(linking, why)}`,
  op: () => 'An op must be add, update or remove.',
  operation_object: () => 'An operation must be an object.',
  operations_list: () => 'Send a list of at least one operation.',
  operations_many: ({ limit }: Limit) => `Send at most ${limit} operations.`,
  page_forms: () => 'Use page[size] with page[number], or page[size] with page[after] or page[before].',
  parameter_once: ({ name }: Named) => `Send ${name} once.`,
  parameter_unknown: ({ name, known }: Named & Known) =>
    `There is no parameter ${name} here. ${known.length > 0 ? `Parameters: ${known.join(', ')}` : 'This address takes none'}.`,
  ref: () => 'A ref must be an object with a type.',
  ref_and_href: () => 'Use ref or href, not both.',
  relationship_empty: () => 'This relationship cannot be empty.',
  relationship_object: () => 'A relationship must be an object with a member data.',
  relationship_text: () => 'The name of a relationship must be a text.',
  relationship_unknown: ({ type, name, known }: OfType & Named & Known) =>
    `${type} have no relationship ${name}. Relationships: ${listOf(known)}.`,
  relationships_object: () => 'The member relationships must be an object.',
  related_missing: ({ type }: OfType) => `There is no such ${String(type).replace(/s$/, '')}.`,
  resource_changed: () => 'The resource has changed since you read it: its ETag is not the one in If-Match.',
  resource_object: ({ type }: OfType) => `Send one resource object of ${type}.`,
  sort_descending: () => 'Descending sorting is not supported. Leave out the minus.',
  sort_unknown: ({ name, known }: Named & Known) => `Sorting by "${name}" is not possible. Use: ${known.join(', ')}.`,
  stranger: ({ name }: Named) => `The member ${name} is not allowed here.`,
  stream_parameter: ({ name }: Named) => `There is no parameter ${name} here. The only parameter is filter[type].`,
  target_missing: () => 'Name the target of the operation: send ref, href, or data with a type.',
  to_one_data: ({ name }: Named) => `${name} is a to-one relationship: send one identifier, or null.`,
  to_one_patch: ({ name }: Named) => `${name} is a to-one relationship: change it with PATCH.`,
  type_expected: ({ expected, given }: { expected: string; given: string }) =>
    `Send the type ${expected}, not ${given}.`,
  type_missing: () => 'The member type is missing.',
  type_text: () => 'The type must be a text.',
  type_unknown: ({ type }: OfType) => `There is no type ${type}.`,
  verb_missing: ({ type, done, instead }: OfType & { done: Done; instead: string | undefined }) =>
    `${type} cannot be ${done}.${instead === undefined ? '' : ` ${instead}`}`,
  url_too_long: () => 'The URL is too long.',
  via_relationship: ({ name }: Named) => `${name} cannot be set through its resource: use its relationship URL.`,
  whole_number: ({ limit }: Limit) => `Use a whole number from 1 to ${limit}.`,
  which: ({ type }: OfType) => `Name one of the ${type}: send its id.`,
}
