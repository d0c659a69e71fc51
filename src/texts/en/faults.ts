import { fieldFaults } from '../fields.ts'
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
  ...fieldFaults.en,
  accepted: () => 'Tick the box to continue.',
  accepted_or_paper: () => 'Tick the box to continue, or ask the sender for paper.',
  address_of_another: () => 'This address belongs to somebody else who takes part in this agreement. Give your own.',
  agreement_link_missing: () => 'There is no such agreement link.',
  agreement_missing: () => 'There is no such agreement.',
  anchor_role: (found: { key: string; role: string; known: string; page: number }) =>
    `Page ${found.page} gives the field {{${found.key}}} to the role ${found.role}, but it belongs to ${found.known}. Make them the same.`,
  anchor_unknown: ({ key, page }: { key: string; page: number }) =>
    `Page ${page} has the placeholder {{${key}}}, but there is no field ${key}. Add this field, or remove the placeholder.`,
  already_member: ({ email }: { email: string }) => `${email} is already a member of this organization.`,
  asked_now: () => 'Your choice has added this question. Answer it or leave it empty, then press the button again.',
  base64: () => 'Give the bytes of the file in base64.',
  characters: ({ position, ...found }: NamedCharacter & { position: number }) =>
    `Remove the ${character(found)} at position ${position}.`,
  cidr: () => 'Use an IP address or a CIDR range.',
  code: () =>
    'This is not the last code that we mailed you, or it is too old. Check the mail, or ask for another code.',
  condition_circle: ({ keys }: { keys: readonly string[] }) =>
    keys.length === 1
      ? `The field ${keys.join('')} depends on itself. Take the condition out, or name another field.`
      : `The fields ${keys.join(', ')} depend on each other in a circle. Take one of the conditions out.`,
  condition_automatic: ({ field }: { field: string }) =>
    `Sealane fills in the field ${field}, so it is always there. Name another field.`,
  condition_field: ({ field }: { field: string }) =>
    `There is no field ${field}. Name the key of another field of this agreement.`,
  condition_later: ({ field, role }: { field: string; role: string }) =>
    `The role "${role}" fills in the field ${field}, and may not have acted by then. Name a field of the same role, or of a role that acts earlier.`,
  condition_one: () => 'Give exactly one of equals, not_equals and filled.',
  condition_signature: ({ field }: { field: string }) =>
    `The field ${field} is a signature, and a signature is always there. Name another field.`,
  condition_value: ({ field, type, choices }: { field: string; type: string; choices: readonly string[] }) =>
    `The field ${field} has the type ${type} and can never have this value.${choices.length > 0 ? ` Use one of: ${choices.join(', ')}.` : ''}`,
  consent: ({ kind }: { kind: string }) => `The verification needs the consent ${kind}.`,
  consent_not_asked: () => 'This agreement does not ask for that consent.',
  could_be_too_long: (found: { total: number; most: number; key: string; uses: number; isText: boolean }) =>
    `Once its fields are filled in, this text could have ${found.total} characters; the limit is ${found.most}.${found.key ? ` {{${found.key}}} is used ${found.uses} ${found.uses === 1 ? 'time' : 'times'}: use it less often${found.isText ? ', or give it a smaller maximum length' : ''}.` : ''}`,
  cursor: () => 'Send a cursor exactly as this list gave it, with the same filters and the same order.',
  csv_cells: ({ line, count, wanted }: AtLine & { count: number; wanted: number }) =>
    `Line ${line} has ${count} ${count === 1 ? 'cell' : 'cells'}, but the first line has ${wanted}. Put quotes around each cell that contains the separator.`,
  csv_column_name: ({ line, number }: AtLine & { number: number }) =>
    `Line ${line}: column ${number} has no name. Name it, or remove it.`,
  csv_column_twice: ({ line, number }: AtLine & { number: number }) =>
    `Line ${line}: column ${number} repeats an earlier column. Keep one of the two.`,
  csv_columns: ({ line, most, count }: AtLine & { most: number; count: number }) =>
    `Line ${line}: ${count} columns would become metadata; the limit is ${most}. Remove the columns that you do not need.`,
  csv_empty: () =>
    'The file has no rows. Write the names of the columns in the first line, and one line for each person.',
  csv_encoding: ({ line }: AtLine) => `Line ${line} is not UTF-8. Save the file as “CSV UTF-8”, or as Unicode text.`,
  csv_no_email: ({ line }: AtLine) =>
    `Line ${line} names no column email. Add this column, or choose links instead of mail.`,
  csv_access: ({ line }: AtLine) => `Line ${line}: write email_code in the access cell, or leave it empty.`,
  csv_no_field: ({ line, name }: AtLine & { name: string }) =>
    `Line ${line}: the agreement has no field for ${name}. Write field. and then the key of one of its fields.`,
  csv_no_header: ({ line }: AtLine) =>
    `Line ${line} describes a person, but the first line must name the columns. Put a line such as email,name before it.`,
  csv_no_role: ({ line, role }: AtLine & { role: string }) =>
    `Line ${line}: the agreement has no role ${role}. Write the key of one of its roles before the dot.`,
  csv_nul: ({ line }: AtLine) =>
    `Line ${line} contains the character NUL, so the file is not text. Save it as “CSV UTF-8”, or as Unicode text.`,
  csv_quote: ({ line }: AtLine) =>
    `Line ${line}: a cell contains a quote. Put quotes around the whole cell, and double each quote inside it.`,
  csv_quote_open: ({ line }: AtLine) => `Line ${line}: a quote opens and never closes. Close it, or remove it.`,
  csv_row_twice: ({ line, first }: AtLine & { first: number }) =>
    `Line ${line} repeats line ${first}. Remove one of the two.`,
  csv_rows: ({ line, most }: AtLine & { most: number }) =>
    `Line ${line} is one too many: a file may have at most ${most} rows. Split it into several files.`,
  csv_size: ({ most }: { most: number }) => `The file is larger than ${most} MiB. Split it into several files.`,
  export_list: () => 'Name a type of this API that has a list, such as verifications.',
  view_path: () => 'Give a path of the web app, such as /verifications.',
  docx_damaged: () => 'This Word file is damaged or unreadable. Save it again as .docx, and send that file.',
  docx_heavy: () => 'This Word file needs too much time or memory to open. Save it as a PDF, and send that.',
  docx_macros: () => 'This Word file has macros. Save it as .docx without macros, or as a PDF, and send that.',
  docx_not: () => 'This is neither a PDF nor a Word file (.docx). Save it as a PDF, and send that.',
  docx_off: () =>
    'This server cannot convert Word files. Save the file as a PDF, and send that. Or ask the operator to set up LibreOffice (SEALANE_SOFFICE).',
  docx_outside: () =>
    'This Word file loads parts from other places. Embed its pictures, or save it as a PDF, and send that.',
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
  event_cursor: () => 'Send the cursor of the previous reply, or the id of an event that is still kept.',
  field_automatic: ({ key }: { key: string }) =>
    `Sealane fills in the field ${key} when the person acts. Leave it out.`,
  field_of_role: ({ key, role }: { key: string; role: string }) =>
    `The role "${role}" has no field ${key}. Name the key of one of its fields.`,
  field_own: ({ key }: { key: string }) =>
    `Only the signer can fill in ${key}. A sender can fill in texts, numbers, days, choices and boxes.`,
  filled_length: ({ total, most }: { total: number; most: number }) =>
    `With this answer, the agreement has ${total} characters; the limit is ${most}. Shorten your answer.`,
  file_fields: ({ most }: { most: number }) => `An agreement asks for at most ${most} files.`,
  fixed: () => 'The sender has filled this in, and you cannot change it. If it is wrong, decline, or ask the sender.',
  font: ({ line, ...found }: AtLine & NamedCharacter) =>
    `line ${line}: no font has the ${character(found)}. Write it in another way, or ask the operator to add a font (SEALANE_FONTS).`,
  future: ({ at, isFarOff }: { at: string; isFarOff: boolean }) =>
    `Give a moment in the future.${isFarOff ? ` This one is ${at}; unix timestamps count milliseconds.` : ''}`,
  header_name: () => 'This is not a valid name of a header. Use up to 100 letters, digits, hyphens or underscores.',
  header_reserved: () => 'Sealane sets this header itself. Leave it out.',
  header_twice: () =>
    'This header is listed twice: names of headers ignore upper and lower case. Remove one of the two.',
  header_unknown: () => 'No value is stored for this header. Send its value.',
  header_value: ({ most }: { most: number }) => `Use up to ${most} printable ASCII characters.`,
  html: ({ line, html }: AtLine & { html: string }) =>
    `line ${line}: ${html} is HTML, which an agreement does not show. Write it in Markdown, or put a backslash before it.`,
  invited: ({ as }: { as: string }) =>
    `The sender has prepared this for ${as} and does not allow another person. If that is wrong, ask the sender.`,
  key: () =>
    'Use 1 to 50 lower case letters, digits and underscores. Begin with a letter. The word constructor is not allowed.',
  copy_access: () => 'The finished document is mailed to the role that gets a copy. Leave access out.',
  copy_by_mail: () => 'A copy is always sent by mail. Leave delivery out, or set it to email.',
  known_field: ({ line, key }: AtLine & { key: string }) =>
    `line ${line}: there is no field for {{${key}}}. Add the field, or correct the placeholder.`,
  known_permission: ({ allowed }: { allowed: readonly string[] }) =>
    `There is no such permission. Permissions: ${allowed.join(', ')}.`,
  known_role: ({ role }: { role: string }) => `The agreement has no signer role "${role}". Name one of its roles.`,
  language: () =>
    'Write a language as a BCP 47 tag, for example en, pt-BR or zh-Hant. With null, Sealane detects it from the text.',
  licence_format: ({ state }: { state: string }) => `Licence numbers of ${state} look different. Check the number.`,
  mark_drawn: () => 'Nothing is drawn yet. Draw your signature, or type your name.',
  mark_size: () => 'The drawing is too large. Draw it again, or type your name.',
  mark_whole: () => 'The drawing arrived incomplete. Draw it again, or type your name.',
  max_items: ({ most }: { most: number }) => `Give at most ${most} of these.`,
  max_length: ({ most, length }: { most: number; length: number }) =>
    `Use at most ${most} characters; this text has ${length}.`,
  maximum_age: () => 'This date is too long ago.',
  metadata_bytes: ({ most }: { most: number }) => `Metadata may have at most ${most} bytes.`,
  metadata_members: ({ most }: { most: number }) => `Metadata may have at most ${most} members.`,
  metadata_text: () =>
    'Metadata must not contain control characters or other characters that are not text. Remove them.',
  metadata_value: () => 'Filter by a text without control characters, a number, true, false or null.',
  minimum_age: ({ years }: { years: number }) => `A person must be at least ${years} years old.`,
  moment: ({ at }: { at: string }) =>
    `Give a moment from 2000 to tomorrow. This one is ${at}; unix timestamps count milliseconds.`,
  name: () => 'Use letters, hyphens, apostrophes, points and spaces, and at most 100 characters.',
  shortest: ({ least }: { least: number }) => `Write at least ${least} characters.`,
  site_origin: () =>
    'Write the origin of a site: https://, the host, and the port if it has one, such as https://app.example.com. Only addresses of this machine, such as localhost or 127.0.0.1, may use http.',
  name_pattern: () => 'Write a name, or the beginning of a name with one star at its end.',
  not_empty: ({ allowed }: { allowed: readonly string[] }) => `Name at least one of ${allowed.join(', ')}.`,
  number_least: ({ min }: { min: number }) => `Give ${min} or more.`,
  option: ({ type, takers }: { type: string; takers: readonly string[] }) =>
    `A field of the type ${type} does not take this option. These types take it: ${takers.join(', ')}.`,
  own_name: ({ name }: { name: string }) => `Type your own name as you gave it before: ${name}.`,
  password_length: ({ least, most }: { least: number; most: number }) =>
    `Choose a password of ${least} to ${most} characters. Several words are easy to remember.`,
  patterns_large: () =>
    'Together, the patterns of these fields are too large. Use shorter patterns, or smaller repeat counts.',
  pem: () => 'Give a certificate and its private key, both in PEM. The key must have no passphrase.',
  phone: () => 'Give a phone number of 7 to 15 digits.',
  once_per_email: () =>
    'Somebody has already begun this agreement with this address. Continue in the browser that you used then, or ask the sender.',
  passcode_needed: () => 'Give a passcode: the mode PASSCODE needs one.',
  passcode_wrong: () => 'The passcode is wrong. Check it, or ask the person who sent you the link.',
  placeholder: ({ placeholder }: { placeholder: string }) =>
    `${placeholder} would be printed as it is. Only the text of an agreement has placeholders, so write it there.`,
  placeholder_broken: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} looks like a placeholder, but is not one. Write {{key}} with the key of a field, or put a backslash before the first brace.`,
  placeholder_escaped: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} is escaped, so its braces would be printed. Remove the backslashes.`,
  placeholder_hidden: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: no placeholder is filled in where ${placeholder} is. Move it into the text.`,
  placeholder_in_code: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} is in code, where no placeholder is filled in. Move it out of the code.`,
  placeholder_key: ({ line, placeholder }: AtLine & { placeholder: string }) =>
    `line ${line}: ${placeholder} does not contain the key of a field. Correct the key.`,
  range: ({ least, most }: { least: number; most: number }) => `Use a whole number from ${least} to ${most}.`,
  range_or_none: ({ least, most }: { least: number; most: number }) =>
    `Give a whole number of days from ${least} to ${most}, or null to keep documents for ever.`,
  recipients_needed: () => 'Give at least one address, or a domain such as @example.com: the mode EMAILS needs one.',
  required_again: () => 'The webhook moves to another origin, so send this value again.',
  required_again_or_null: () => 'The webhook moves to another origin, so send this value again, or null to remove it.',
  required_destination: () => 'Give the URL that receives the deliveries.',
  required_detail: ({ detail }: { detail: DetailName }) => `This verification needs ${details[detail]}.`,
  required_name: () => 'Give this name.',
  required_role: () => 'Name the role.',
  required_typed_name: () => 'Give the name that the person typed to consent.',
  role_name: () => 'Use 1 to 63 lower case letters, digits and hyphens. Begin with a letter.',
  same: ({ role }: { role: string }) => `The linked role is ${role}. Give the same role, or link another.`,
  same_address: ({ role }: { role: string }) =>
    `The role "${role}" has this address too. Each person who gets mail or is verified needs their own address.`,
  signer_or_signers: () => 'Give signer or signers, not both: signers includes the person who acts first.',
  role_approves: ({ role }: { role: string }) =>
    `The role "${role}" approves and does not sign. Give the signature field to a role that signs.`,
  role_count: ({ most }: { most: number }) => `Name 1 to ${most} signer roles.`,
  role_fills_nothing: ({ role }: { role: string }) =>
    `The role "${role}" only gets a copy and fills nothing in. Give the field to another role.`,
  role_kind: ({ allowed }: { allowed: readonly string[] }) => `Use one of: ${allowed.join(', ')}.`,
  role_of_field: ({ line, key, role, known }: AtLine & { key: string; role: string; known: string }) =>
    `line ${line}: the text gives ${key} to the role "${role}", but the field belongs to "${known}". Make them the same.`,
  role_signature: ({ role }: { role: string }) =>
    `The role "${role}" signs, but has no signature field. Add a field of the type signature with this role.`,
  role_that_signs: () => 'No role signs. Make at least one role a signer.',
  role_unchecked: ({ role }: { role: string }) =>
    `The role "${role}" only gets a copy and is not verified. Require the verification of another role.`,
  signature: () => 'The agreement has no signature. Add a field of the type signature.',
  ssn: () => 'A Social Security Number has nine digits.',
  ssn_impossible: () => 'This number was never issued as a Social Security Number.',
  ssn_taxpayer: () => 'This is a taxpayer number, not a Social Security Number.',
  sub_domain: () => 'Use 1 to 63 lower case letters, digits and hyphens. Do not begin or end with a hyphen.',
  subtype_none: () => 'Only a us_criminal_record_check has subtypes. Leave the subtype out.',
  subtype_tiers: ({ subtype, tiers }: { subtype: string; tiers: readonly string[] }) =>
    `The subtype ${subtype} belongs to ${tiers.join(', ')}. Use one of these tiers.`,
  text_version: () => 'There is no such version of this text.',
  tier_missing: ({ type, tiers }: { type: string; tiers: readonly string[] }) =>
    `A ${type} needs one of the tiers ${tiers.join(', ')}.`,
  tier_none: ({ type }: { type: string }) => `A ${type} has no tiers. Leave the tier out.`,
  tier_other: ({ type, tiers }: { type: string; tiers: readonly string[] }) =>
    `Use one of the tiers of ${type}: ${tiers.join(', ')}.`,
  known_version: ({ newest }: { newest: number }) =>
    newest === 1 ? 'There is only version 1.' : `There are only versions 1 to ${newest}.`,
  role_twice: ({ role }: { role: string }) => `The role "${role}" is named twice. Name one person for it.`,
  unique_key: ({ key }: { key: string }) => `The key ${key} is used twice. Change one of the two.`,
  unique_role: ({ name }: { name: string }) => `A role ${name} already exists. Choose another name.`,
  unprintable: ({ before, ...found }: NamedCharacter & { before: string }, { what = 'This' }: Speech) =>
    `${what} contains a character that cannot be printed: ${character(found)}, ${before ? `after “${before}”` : 'at the beginning'}. Delete it, or type it again.`,
  us_state: () => 'Give the two letters of a US state.',
  utf8_name: () => 'A name in the address of this link is not text in UTF-8. Ask the sender for a complete link.',
  utf8_value: ({ name }: { name: string }) =>
    `The value of “${name}” in the address of this link is not text in UTF-8. Ask the sender for a complete link.`,
  zip: () => 'Give five or nine digits.',
  import_without_file: () =>
    'Fields can only be imported from a file in the same request. Send the file too, or leave this out.',
  pdf_active: () =>
    'This PDF runs scripts, starts programs, sends data or contains other files. Print it to a new PDF, and send that.',
  pdf_altered: ({ page }: PdfAt) =>
    `${page === null ? 'A page' : `Page ${page}`} of this PDF would look different once it is signed. Print it to a new PDF, and send that.`,
  pdf_damaged: ({ page }: PdfAt) =>
    `This PDF is damaged${page === null ? '' : ` (page ${page})`}. Open it in the program that made it, save it again, and send that.`,
  pdf_empty: () => 'This PDF has no pages. Send one with at least one page.',
  pdf_forbidden: () => 'The author of this PDF has forbidden changes to it. Send a PDF without this protection.',
  pdf_heavy: () => 'This PDF needs too much time or memory to open. Print it to a new PDF, and send that.',
  pdf_not: () => 'This file is not a PDF. Send a file that begins with %PDF.',
  pdf_page_size: ({ page }: PdfAt) =>
    `${page === null ? 'A page' : `Page ${page}`} is too small, too large or too narrow to be signed. Send the PDF in another page size.`,
  pdf_pages: ({ most }: PdfAt) => `This PDF has more than ${most} pages. Split it.`,
  pdf_password: () => 'This PDF needs a password. Send a PDF that opens without one.',
  pdf_signed: () =>
    'This PDF is already signed, and filling it in would break that signature. Send the PDF as it was before it was signed.',
  pdf_size: ({ megabytes }: { megabytes: number }) => `The file is larger than ${megabytes} MiB. Send a smaller one.`,
  pdf_truncated: () => 'The end of this PDF is missing. Send the complete file.',
  pdf_xfa: () =>
    'This PDF is a form made with XFA, which most readers cannot show. Print it to a new PDF, and send that.',
  place_incomplete: ({ name }: { name: string }) =>
    `Give ${name}: the place of a field needs page, x, y, width and height.`,
  place_off_page: ({ side }: { side: 'right' | 'bottom' }): string =>
    side === 'right'
      ? 'The field reaches beyond the right edge of the page. The sum of x and width must be at most 1.'
      : 'The field reaches beyond the bottom of the page. The sum of y and height must be at most 1.',
  place_page: ({ pages }: { pages: number }) =>
    pages === 1 ? 'The PDF has 1 page.' : `The PDF has ${pages} pages, counted from 1.`,
  place_small: ({ least }: { least: number }) =>
    `The field is too small to see on the page. Make each side at least ${least} points long (72 points are one inch).`,
  place_taken: (found: { key: string; other: string; page: number }) =>
    `On page ${found.page}, ${found.key} covers ${found.other}. Move one of them.`,
  place_without_pdf: () =>
    'Only fields of a PDF have a place on a page. In a text, write {{key}} where the field belongs.',
  source_and_file: () => 'Give a text or a file, not both.',
  tag_comma: () => 'Write a tag without a comma: commas separate tags.',
  source_missing: () => 'Give a text in source, or a PDF in file_upload.',
}
