type Limit = { limit: number }

/** Sentences for faults of a request's shape, by code. */
export const shapes = {
  body_missing: () => 'Send a JSON object as the body.',
  boolean: () => 'Use true or false.',
  depth: ({ limit }: Limit) => `Nest at most ${limit} levels.`,
  id: () => 'Use an id exactly as this API gives it.',
  ids: () => 'Use ids exactly as this API gives them.',
  ids_by_commas: () => 'Use ids exactly as this API gives them, separated by commas.',
  ip_address: () => 'Use a complete IP address, such as 192.0.2.7 or 2001:db8::7.',
  integer: () => 'Use a whole number.',
  known: ({ known }: { known: readonly string[] }) =>
    known.length > 0 ? `Known: ${known.join(', ')}.` : 'None is known.',
  max_items: ({ limit }: Limit) => `Send at most ${limit} elements.`,
  max_properties: ({ limit }: Limit) => `Send at most ${limit} members.`,
  max_length: ({ limit }: Limit) => `Use at most ${limit} characters.`,
  maximum: ({ limit }: Limit) => `Use ${limit} or less.`,
  maximum_time: ({ limit }: Limit) => `Use ${limit} or less: unix timestamps count milliseconds.`,
  metadata_object: () => 'Send a JSON object, such as {"internal_id":"123"}.',
  metadata_value: () => 'Filter by a text, a number, true, false or null.',
  min_items: ({ limit }: Limit) => `Send at least ${limit} elements.`,
  many_elements: ({ limit, count }: Limit & { count: number }) => `Send at most ${limit} elements; this has ${count}.`,
  many_members: ({ limit, count }: Limit & { count: number }) => `Send at most ${limit} members; this has ${count}.`,
  min_length: ({ limit }: Limit) => `Use at least ${limit} characters.`,
  min_properties: ({ limit }: Limit) => `Send at least ${limit} members.`,
  minimum: ({ limit }: Limit) => `Use ${limit} or more.`,
  moment: () => 'Use a moment like 2026-03-01T12:00:00Z.',
  moments: () =>
    'Use a moment (2026-03-01T12:00:00Z), a day (2026-03-01), or a range (2026-03-01..2026-04-01), which may be open at one end.',
  moments_early: () => 'Use moments from 2000 on. Unix timestamps count milliseconds.',
  moments_milliseconds: () => 'Unix timestamps count milliseconds.',
  moments_order: () => 'The range ends before it begins. Write the earlier moment first.',
  more_than: ({ limit }: Limit) => `Use more than ${limit}.`,
  number: () => 'Use a number.',
  no_member_of: ({ known }: { known: readonly string[] }) => `There is no such member. Known: ${known.join(', ')}.`,
  no_member: () => 'There is no such member.',
  no_parameter: () => 'There is no such query parameter here.',
  not_null: () => 'This cannot be null.',
  numbered_words: ({ words }: { words: readonly string[] }) =>
    `Use one of: ${words.map((word, index) => `${word} (${index + 1})`).join(', ')}.`,
  order: ({ known }: { known: readonly string[] }) =>
    `Write field, field ASC or field DESC, comma-separated. Fields: ${known.join(', ')}.`,
  other: ({ message }: { message: string }) => `This ${message}.`,
  page_or_cursor: () => 'Send page or a cursor, not both.',
  pattern: ({ examples }: { examples: readonly string[] }) =>
    `Use the form that the reference describes, for example ${examples.join(' or ')}.`,
  required: () => 'This member is required.',
  sent_once: () => 'Send this parameter once.',
  text: () => 'Use a text.',
  texts: () => 'Use a list of texts.',
  type: ({ types }: { types: readonly string[] }) => `This must be of the type ${types.join(' or ')}.`,
  untold: ({ untold }: { untold: number }) =>
    `${untold} more ${untold === 1 ? 'fault was' : 'faults were'} found. Mend these first; the next answer lists the rest.`,
  unique: () => 'Send each element once.',
  values_at_once: ({ limit }: Limit) =>
    `Use at most ${limit} values in one request. Send another request for the rest.`,
}
