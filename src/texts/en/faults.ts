import type { AtLine, CharacterKind, DetailName, NamedCharacter, Speech } from '../speech.ts'
import { destinations } from './destinations.ts'

const characters: Record<CharacterKind, string> = {
  nul: 'NUL',
  control: 'control character',
  bidi_override: 'bidirectional override',
  non_character: 'non-character',
  lone_surrogate: 'lone surrogate',
  private: 'private character',
  letter: 'character',
}

const details: Record<DetailName, string> = {
  legalName: 'the legal name',
  dateOfBirth: 'the date of birth',
  ssn: 'the Social Security Number',
  address: 'the current address',
  driverLicence: 'the driver licence',
  contact: 'an e-mail address or a phone number',
}

/** A page of a PDF, and the greatest number of pages. */
type PdfAt = { most: number; page: number | null }

function character({ kind, letter, code }: NamedCharacter): string {
  return `${characters[kind]}${kind === 'letter' ? ` ${letter}` : ''} (${code})`
}

/** Sentences for faults, by code. */
export const faults = {
  ...destinations,
  accepted: () => 'Tick the box to go on.',
  accepted_or_paper: () => 'Tick the box to go on, or ask the sender for paper.',
  address_of_another: () => 'This address belongs to somebody else who takes part in this agreement. Give your own.',
  agreement_link_missing: () => 'There is no such agreement link.',
  agreement_missing: () => 'There is no such agreement.',
  anchor_role: (found: { key: string; role: string; known: string; page: number }) =>
    `Page ${found.page} names {{${found.key}}} as a field of ${found.role}, and it is one of ${found.known}.`,
  anchor_unknown: ({ key, page }: { key: string; page: number }) =>
    `Page ${page} names {{${key}}}, and there is no such field. Add a field with this key, or take the words out.`,
  already_member: ({ email }: { email: string }) => `${email} is a member of this organization already.`,
  asked_now: () => 'This is asked now, because of what you chose. Fill it in, or leave it, and press the button again.',
  base64: () => 'Give the bytes of the file in base64.',
  characters: ({ position, ...found }: NamedCharacter & { position: number }) =>
    `Remove the ${character(found)} at position ${position}.`,
  checkbox: () => 'Tick the box or leave it.',
  choice: () => 'Choose one of the choices.',
  choice_twice: ({ choice }: { choice: string }) => `The choice ${choice} is there twice.`,
  choices_count: ({ most }: { most: number }) => `Give 2 to ${most} choices.`,
  choices_missing: ({ most }: { most: number }) => `Add choices: a list of 2 to ${most} texts.`,
  cidr: () => 'Use an IP address or a CIDR range.',
  code: () => 'This is not the code that we have mailed last, or it is too old. Look again, or have another one sent.',
  condition_circle: ({ keys }: { keys: readonly string[] }) =>
    keys.length === 1
      ? `The field ${keys.join('')} depends on itself. Take the condition out, or name another field.`
      : `The fields ${keys.join(', ')} depend on each other in a circle. Take one of the conditions out.`,
  condition_automatic: ({ field }: { field: string }) =>
    `The field ${field} is filled in by itself and always there. Name another field.`,
  condition_field: ({ field }: { field: string }) =>
    `There is no field ${field}. Name the key of another field of this agreement.`,
  condition_later: ({ field, role }: { field: string; role: string }) =>
    `The field ${field} is filled in by the role "${role}", who may not have acted by then. Name a field of the same role, or of one that acts before.`,
  condition_one: () => 'Say one of equals, not_equals and filled.',
  condition_signature: ({ field }: { field: string }) =>
    `The field ${field} is a signature, which is always there. Name another field.`,
  condition_value: ({ field, type, choices }: { field: string; type: string; choices: readonly string[] }) =>
    `The field ${field} is of the type ${type} and never has this value.${choices.length > 0 ? ` It has one of: ${choices.join(', ')}.` : ''}`,
  consent: ({ kind }: { kind: string }) => `The verification needs the consent ${kind}.`,
  consent_not_asked: () => 'This agreement does not ask for that consent.',
  could_be_too_long: (found: { total: number; most: number; key: string; uses: number; isText: boolean }) =>
    `Filled in, this text could have ${found.total} characters; at most ${found.most} are possible.${found.key ? ` {{${found.key}}} is used ${found.uses} ${found.uses === 1 ? 'time' : 'times'}: use it less often${found.isText ? ', or give it a smaller greatest length' : ''}.` : ''}`,
  cursor: () => 'Give a cursor as this list gave it, with the filters and the order that it was asked with.',
  csv_cells: ({ line, count, wanted }: AtLine & { count: number; wanted: number }) =>
    `Line ${line} has ${count} ${count === 1 ? 'cell' : 'cells'}, and the first line has ${wanted}. Put quotes around a cell that holds the separator.`,
  csv_column_name: ({ line, number }: AtLine & { number: number }) =>
    `Line ${line}: column ${number} has no name. Name it, or remove it.`,
  csv_column_twice: ({ line, number }: AtLine & { number: number }) =>
    `Line ${line}: column ${number} is there before. Keep one of the two.`,
  csv_columns: ({ line, most, count }: AtLine & { most: number; count: number }) =>
    `Line ${line}: ${count} columns would become metadata; at most ${most} can. Remove those that nobody needs.`,
  csv_empty: () => 'The file has no rows. Give a first line with the names of the columns, and a line for each person.',
  csv_encoding: ({ line }: AtLine) => `Line ${line} is not UTF-8. Save the file as “CSV UTF-8”, or as Unicode text.`,
  csv_no_email: ({ line }: AtLine) =>
    `Line ${line} names no column email. Add one, or have the ways in given to you as links.`,
  csv_access: ({ line }: AtLine) => `Line ${line}: write email_code, or leave the cell empty.`,
  csv_no_field: ({ line, name }: AtLine & { name: string }) =>
    `Line ${line}: ${name} names no field of the agreement. Write field. and the key of one of its fields.`,
  csv_no_header: ({ line }: AtLine) =>
    `Line ${line} is a person, and should name the columns: put a line such as email,name before it.`,
  csv_no_role: ({ line, role }: AtLine & { role: string }) =>
    `Line ${line}: the agreement has no role ${role}. Write the key of one of its roles before the dot.`,
  csv_nul: ({ line }: AtLine) =>
    `Line ${line} holds a character NUL: this is no text. Save the file as “CSV UTF-8”, or as Unicode text.`,
  csv_quote: ({ line }: AtLine) =>
    `Line ${line}: a quote stands inside a cell. Put quotes around the whole cell, and double those inside.`,
  csv_quote_open: ({ line }: AtLine) => `Line ${line}: a quote is opened and never closed.`,
  csv_row_twice: ({ line, first }: AtLine & { first: number }) =>
    `Line ${line} says the same as line ${first}. Remove one of the two.`,
  csv_rows: ({ line, most }: AtLine & { most: number }) =>
    `Line ${line} is one too many: a file has at most ${most} rows. Part it in several files.`,
  csv_size: ({ most }: { most: number }) => `The file is larger than ${most} MiB. Part it in several files.`,
  date: (_: undefined, { day }: Speech) => `Give a day of the calendar, such as ${day('2026-12-31')}.`,
  day_range: ({ min, max, given }: { min: string; max: string; given?: string }, { day }: Speech) =>
    `Give a day from ${day(min)} to ${day(max)}.${given === undefined ? '' : ` This is ${day(given)}.`}`,
  decimals: ({ decimals }: { decimals: number }) =>
    decimals === 0 ? 'Give a whole number.' : `Give at most ${decimals} decimal places.`,
  export_list: () => 'Name a type of this API that has a list, such as verifications.',
  view_path: () => 'Give a path of the web app, such as /verifications.',
  digits: ({ digits }: { digits: number }) => `Give at most ${digits} digits.`,
  docx_damaged: () => 'This Word file is damaged, or nothing can be read of it. Save it anew as .docx, and send that.',
  docx_heavy: () => 'This Word file takes too much to open. Save it as a PDF, and send that.',
  docx_macros: () => 'This Word file has macros. Save it as .docx without them, or as a PDF, and send that.',
  docx_not: () => 'This is neither a PDF nor a Word file (.docx). Save it as a PDF, and send that.',
  docx_off: () =>
    'This server makes no PDFs of Word files. Save it as a PDF, and send that, or have LibreOffice set up (SEALANE_SOFFICE).',
  docx_outside: () =>
    'This Word file fetches parts of it from elsewhere. Put its pictures into it, or save it as a PDF, and send that.',
  document_blocks: ({ line, most }: AtLine & { most: number }) =>
    `line ${line}: the text has more than ${most} blocks and table cells.`,
  document_columns: ({ line, most }: AtLine & { most: number }) =>
    `line ${line}: a table has more than ${most} columns.`,
  document_depth: ({ line, most }: AtLine & { most: number }) =>
    `line ${line}: lists and quotes are nested deeper than ${most}.`,
  document_length: ({ line, most }: AtLine & { most: number }) =>
    `line ${line}: the text is longer than ${most} characters.`,
  document_lines: ({ line, most }: AtLine & { most: number }) => `line ${line}: the text has more than ${most} lines.`,
  document_marks: ({ line, most }: AtLine & { most: number }) =>
    `line ${line}: the text has more than ${most} marks of Markdown, such as * and [.`,
  email: () => 'Write an e-mail address such as name@example.com.',
  enum: ({ allowed }: { allowed: readonly string[] }) => `Use one of: ${allowed.join(', ')}.`,
  event_cursor: () => 'Give the cursor of the reply before, or the id of an event that is still kept.',
  field_automatic: ({ key }: { key: string }) =>
    `The field ${key} is filled in by itself when the person acts. Leave it out.`,
  field_of_role: ({ key, role }: { key: string; role: string }) =>
    `The role "${role}" has no field ${key}. Name the key of one of its fields.`,
  field_own: ({ key }: { key: string }) =>
    `Only the signer can fill in ${key}: a sender gives texts, numbers, days, choices and boxes.`,
  filled_length: ({ total, most }: { total: number; most: number }) =>
    `So filled in, this agreement has ${total} characters; at most ${most} are possible. Shorten what you wrote here.`,
  file_active: () => 'This PDF has scripts, or carries other files. Print it to a new PDF, and send that.',
  file_fields: ({ most }: { most: number }) => `An agreement asks for at most ${most} files.`,
  file_size: ({ megabytes }: { megabytes: number }) => `This file has more than ${megabytes} MiB. Send a smaller one.`,
  file_type: ({ types }: { types: readonly string[] }) => `Send a file of one of these types: ${types.join(', ')}.`,
  file_unreadable: () => 'This PDF is encrypted, or takes too much to open. Print it to a new PDF, and send that.',
  fixed: () =>
    'The sender has filled this in, and it cannot be changed here. If it is not right, decline, or ask the sender.',
  font: ({ line, ...found }: AtLine & NamedCharacter) =>
    `line ${line}: no font has the ${character(found)}. Write it otherwise, or have a font added (SEALANE_FONTS).`,
  future: ({ at, isFarOff }: { at: string; isFarOff: boolean }) =>
    `Give a moment in the future.${isFarOff ? ` This one is ${at}; unix timestamps count milliseconds.` : ''}`,
  header_name: () => 'This is no name of a header.',
  header_reserved: () => 'This header is set by Sealane.',
  header_twice: () => 'This header is there twice: capitals do not count in its name. Leave one out.',
  header_unknown: () => 'There is no value to keep under this name. Give one.',
  header_value: ({ most }: { most: number }) => `Use up to ${most} printable ASCII characters.`,
  html: ({ line, html }: AtLine & { html: string }) =>
    `line ${line}: ${html} is HTML, which is not shown: write it in Markdown, or put a backslash before it.`,
  initials_size: () => 'The drawing of your initials is too large. Draw them again, or type them.',
  initials_whole: () => 'The drawing of your initials did not arrive whole. Draw them again, or type them.',
  invited: ({ as }: { as: string }) =>
    `The sender has made this for ${as}, and has not allowed a change. If that is not right, ask the sender.`,
  key: () => 'Use 1 to 50 lower case letters, digits and underscores, a letter first, and not the word constructor.',
  copy_access: () => 'A copy is mailed whole: leave access out.',
  copy_by_mail: () => 'A copy is sent by mail: leave delivery out, or say email.',
  known_field: ({ line, key }: AtLine & { key: string }) =>
    `line ${line}: {{${key}}} is not one of the fields. Add it, or mend the placeholder.`,
  known_permission: ({ allowed }: { allowed: readonly string[] }) =>
    `There is no such permission. There are: ${allowed.join(', ')}.`,
  known_role: ({ role }: { role: string }) => `There is no signer role "${role}".`,
  language: () =>
    'Write a language as a tag of BCP 47, for example en, pt-BR or zh-Hant; null is what the text is written in.',
  licence_format: ({ state }: { state: string }) => `This is not the form of a licence number in ${state}.`,
  mark_drawn: () => 'Nothing is drawn yet. Draw your signature, or type your name.',
  mark_size: () => 'The drawing is too large. Draw it again, or type your name.',
  mark_whole: () => 'The drawing did not arrive whole. Draw it again, or type your name.',
  max_items: ({ most }: { most: number }) => `Give at most ${most} of these.`,
  max_length: ({ most, length }: { most: number; length: number }) =>
    `Use at most ${most} characters; this has ${length}.`,
  maximum_age: () => 'This date is too long ago.',
  metadata_bytes: ({ most }: { most: number }) => `Metadata may take ${most} bytes, not more.`,
  metadata_members: ({ most }: { most: number }) => `Metadata may have ${most} members, not more.`,
  metadata_text: () => 'Metadata must not hold control characters or other characters that are not text.',
  metadata_value: () => 'Ask for a text without control characters, a number, true, false or null.',
  minimum_age: ({ years }: { years: number }) => `A person must be at least ${years} years old.`,
  moment: ({ at }: { at: string }) =>
    `Give a moment from 2000 to tomorrow. This one is ${at}; unix timestamps count milliseconds.`,
  name: () => 'Use letters, hyphens, apostrophes, points and spaces, 100 at most.',
  shortest: ({ least }: { least: number }) => `Write at least ${least} characters.`,
  site_origin: () =>
    'Write a site as its browser names it: https://, the host and its port if it has one, such as https://app.example.com. Without TLS only this machine is a site.',
  name_pattern: () => 'Write a name, or the beginning of names and one star.',
  not_empty: ({ allowed }: { allowed: readonly string[] }) => `Name at least one of ${allowed.join(', ')}.`,
  number: (_: undefined, { number }: Speech) => `Give a number, such as ${number('1234.5')} or ${number('12')}.`,
  number_least: ({ min }: { min: number }) => `Give ${min} or more.`,
  number_range: ({ min, max }: { min: number; max: number }, { number }: Speech) =>
    `Give a number from ${number(min)} to ${number(max)}.`,
  option: ({ type, takers }: { type: string; takers: readonly string[] }) =>
    `A field of the type ${type} does not take this; ${takers.join(' and ')} ${takers.length > 1 ? 'do' : 'does'}.`,
  option_day_order: ({ min }: { min: string }) => `End on ${min} or later.`,
  option_decimals: ({ most }: { most: number }) => `A number has 0 to ${most} decimal places.`,
  option_length: ({ most }: { most: number }) => `A text has at most 1 to ${most} characters.`,
  own_name: ({ name }: { name: string }) => `Type your own name as you gave it before: ${name}.`,
  password_length: ({ least, most }: { least: number; most: number }) =>
    `Choose a password of ${least} to ${most} characters. Several words are easiest to keep.`,
  pattern: ({ words }: { words: string }) => `Write it so: ${words}`,
  pattern_large: ({ most }: { most: number }) =>
    `This pattern is too large: use at most ${most} characters, and smaller numbers of repeats.`,
  pattern_missing: () => 'These words explain a pattern, and there is none. Add it, or take the words out.',
  pattern_none: () =>
    'This is no regular expression that RE2 reads. Look for a bracket that is not closed; looking ahead or behind and references back are not possible.',
  pattern_words: () =>
    'Say in words for people what the pattern asks for: they read it when what they type does not fit.',
  patterns_large: () =>
    'The patterns of these fields are too large together. Use shorter ones, or smaller numbers of repeats.',
  pem: () => 'Give a certificate and its own private key without a passphrase, both in PEM.',
  phone: () => 'Give a phone number of 7 to 15 digits.',
  once_per_email: () =>
    'Somebody with this address has opened this agreement already. Go on in the browser where that was, or ask the sender.',
  passcode_needed: () => 'Give a passcode: with PASSCODE nobody gets in without one.',
  passcode_wrong: () => 'This is not the passcode. Look again, or ask whoever sent you the link.',
  placeholder: ({ placeholder }: { placeholder: string }) =>
    `${placeholder} would be printed as it is: only the text of an agreement has placeholders.`,
  placeholder_broken: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} reads as a placeholder and is none: write {{key}} with the key of a field, or put a backslash before the first brace.`,
  placeholder_escaped: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} is escaped, so braces would be printed: take the backslashes away.`,
  placeholder_hidden: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} stands where no placeholder is filled in.`,
  placeholder_in_code: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} stands in code, where no placeholder is filled in.`,
  placeholder_key: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} is not a field key.`,
  range: ({ least, most }: { least: number; most: number }) => `Use a whole number from ${least} to ${most}.`,
  range_or_none: ({ least, most }: { least: number; most: number }) =>
    `Say a whole number of days from ${least} to ${most}, or null to keep documents.`,
  recipients_needed: () =>
    'Give at least one address, or a domain such as @example.com: with EMAILS nobody else gets in.',
  required: () => 'Fill this in.',
  required_again: () => 'The webhook moves to another origin: give this again.',
  required_again_or_null: () => 'The webhook moves to another origin: give this again, or null to remove it.',
  required_box: () => 'Tick this box to go on.',
  required_choice: () => 'Choose one.',
  required_day: () => 'Give a day.',
  required_destination: () => 'Say where to deliver to.',
  required_detail: ({ detail }: { detail: DetailName }) => `This verification needs ${details[detail]}.`,
  required_file: () => 'Send a file.',
  required_initials: () => 'Type or draw your initials.',
  required_name: () => 'Give this name.',
  required_number: () => 'Give a number.',
  required_role: () => 'Say which role.',
  required_signature: () => 'Sign here.',
  required_typed_name: () => 'The person types their name to consent.',
  role_name: () => 'Use 1 to 63 lower case letters, digits and hyphens, a letter first.',
  same: ({ role }: { role: string }) => `The role that is linked is ${role}.`,
  same_address: ({ role }: { role: string }) =>
    `This is the address of the role "${role}" too. Who is reached by mail, or is checked, needs an address of their own.`,
  signer_or_signers: () => 'Say either signer or signers: signers names who acts first, too.',
  role_approves: ({ role }: { role: string }) =>
    `The role "${role}" approves and does not sign: give the signature to a role that signs.`,
  role_count: ({ most }: { most: number }) => `Name 1 to ${most} signer roles.`,
  role_fills_nothing: ({ role }: { role: string }) =>
    `The role "${role}" only gets a copy and fills nothing in: give the field to another role.`,
  role_kind: ({ allowed }: { allowed: readonly string[] }) => `Say one of ${allowed.join(', ')}.`,
  role_of_field: ({ line, key, role, known }: AtLine & { key: string; role: string; known: string }) =>
    `line ${line}: the text gives ${key} to the role "${role}", and the field belongs to "${known}". Make them the same.`,
  role_signature: ({ role }: { role: string }) =>
    `The role "${role}" signs and has no place for it: add a field of the type signature with this role.`,
  role_that_signs: () => 'Nobody signs: make at least one role a signer.',
  role_unchecked: ({ role }: { role: string }) =>
    `The role "${role}" only gets a copy and is not verified: require the verification of another role.`,
  signature: () => 'Add a field of the type signature.',
  signature_required: () => 'A signature is always required.',
  ssn: () => 'A Social Security Number has nine digits.',
  ssn_impossible: () => 'This number was never issued as a Social Security Number.',
  ssn_taxpayer: () => 'This is a taxpayer number, not a Social Security Number.',
  sub_domain: () => 'Use 1 to 63 lower case letters, digits and hyphens, none of these at an end.',
  subtype_none: () => 'Only a us_criminal_record_check has subtypes: leave it out.',
  subtype_tiers: ({ subtype, tiers }: { subtype: string; tiers: readonly string[] }) =>
    `${subtype} is part of ${tiers.join(', ')}.`,
  text_version: () => 'There is no such version of this text.',
  tier_missing: ({ type, tiers }: { type: string; tiers: readonly string[] }) =>
    `A ${type} needs one of the tiers ${tiers.join(', ')}.`,
  tier_none: ({ type }: { type: string }) => `A ${type} has no tiers: leave it out.`,
  tier_other: ({ type, tiers }: { type: string; tiers: readonly string[] }) =>
    `The tiers of ${type} are ${tiers.join(', ')}.`,
  known_version: ({ newest }: { newest: number }) =>
    newest === 1 ? 'There is only version 1.' : `There are only the versions 1 to ${newest}.`,
  role_twice: ({ role }: { role: string }) => `The role "${role}" is named twice. Name one person for it.`,
  unique_key: ({ key }: { key: string }) => `The key ${key} is used twice.`,
  unique_role: ({ name }: { name: string }) => `There is a role ${name} already. Choose another name.`,
  unprintable: ({ before, ...found }: NamedCharacter & { before: string }, { what = 'This' }: Speech) =>
    `${what} contains a character that cannot be printed: ${character(found)}, ${before ? `after “${before}”` : 'at the beginning'}. Delete it, or type it anew.`,
  us_state: () => 'Give the two letters of a US state.',
  utf8_name: () => 'A name in the address of this link is not text in UTF-8. Ask whoever sent it for a whole link.',
  utf8_value: ({ name }: { name: string }) =>
    `The value of “${name}” in the address of this link is not text in UTF-8. Ask whoever sent it for a whole link.`,
  zip: () => 'Give five or nine digits.',
  import_without_file: () => 'Fields are taken over from a file that is sent with this.',
  pdf_active: () =>
    'This PDF runs scripts, starts programs, sends data or carries other files. Print it to a new PDF, and send that.',
  pdf_altered: ({ page }: PdfAt) =>
    `${page === null ? 'A page' : `Page ${page}`} of this PDF would look otherwise once it is signed. Print it to a new PDF, and send that.`,
  pdf_damaged: ({ page }: PdfAt) =>
    `This PDF is damaged${page === null ? '' : ` (page ${page})`}. Open it in the program that made it, save it anew, and send that.`,
  pdf_empty: () => 'This PDF has no pages.',
  pdf_forbidden: () => 'Whoever made this PDF has forbidden changes to it. Send one without this protection.',
  pdf_heavy: () => 'This PDF takes too much to open. Print it to a new PDF, and send that.',
  pdf_not: () => 'This is no PDF. Send a file that begins with %PDF.',
  pdf_page_size: ({ page }: PdfAt) =>
    `${page === null ? 'A page' : `Page ${page}`} is too small, too large or too narrow to be signed.`,
  pdf_pages: ({ most }: PdfAt) => `This PDF has more than ${most} pages.`,
  pdf_password: () => 'This PDF asks for a password. Send one that opens without.',
  pdf_signed: () => 'This PDF is signed already: to fill it in would break that signature. Send it as it was before.',
  pdf_size: ({ megabytes }: { megabytes: number }) => `The file has more than ${megabytes} MiB.`,
  pdf_truncated: () => 'The end of this PDF is missing. Send it again, whole.',
  pdf_xfa: () =>
    'This PDF is a form made with XFA, which most readers cannot show. Print it to a new PDF, and send that.',
  place_incomplete: ({ name }: { name: string }) =>
    `Give ${name}: a field stands by its page, x, y, width and height, all of them.`,
  place_off_page: ({ side }: { side: 'right' | 'bottom' }): string =>
    side === 'right'
      ? 'The field reaches over the right side of the page: x and width together are at most 1.'
      : 'The field reaches over the bottom of the page: y and height together are at most 1.',
  place_page: ({ pages }: { pages: number }) =>
    pages === 1 ? 'The PDF has 1 page.' : `The PDF has ${pages} pages, counted from 1.`,
  place_small: ({ least }: { least: number }) =>
    `The field is too small to be seen on the page: each side takes at least ${least} points (72 are an inch).`,
  place_taken: (found: { key: string; other: string; page: number }) =>
    `On page ${found.page}, ${found.key} stands over ${found.other}. Move one of them.`,
  place_without_pdf: () =>
    'Only fields of a PDF have a place on a page. In a text, write {{key}} where the field stands.',
  source_and_file: () => 'Give a text or a file, not both.',
  tag_comma: () => 'Write a tag without a comma: commas separate tags.',
  source_missing: () => 'Give a text in source, or a PDF in file_upload.',
}
