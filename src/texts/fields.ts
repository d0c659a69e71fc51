import type { Speech } from './speech.ts'

// The languages stand side by side here, so that a new type of field has all its words in one file.

/** The names of the types of fields, as authors choose them. */
export const fieldNames = {
  en: {
    text: 'Words',
    date: 'Day',
    checkbox: 'Box to tick',
    signature: 'Signature',
    initials: 'Initials',
    number: 'Number',
    choice: 'Choice',
    file: 'File to send',
    name: 'Name (filled in automatically)',
    email: 'E-mail address (filled in automatically)',
    signing_date: 'Day of signing (filled in automatically)',
  },
  fr: {
    text: 'Mots',
    date: 'Jour',
    checkbox: 'Case à cocher',
    signature: 'Signature',
    initials: 'Initiales',
    number: 'Nombre',
    choice: 'Choix',
    file: 'Fichier à envoyer',
    name: 'Nom (rempli automatiquement)',
    email: 'Adresse e-mail (remplie automatiquement)',
    signing_date: 'Jour de la signature (rempli automatiquement)',
  },
}

const english = {
  required: () => 'Fill this in.',
  required_box: () => 'Tick this box to continue.',
  required_choice: () => 'Choose one.',
  required_day: () => 'Give a day.',
  required_file: () => 'Send a file.',
  required_initials: () => 'Type or draw your initials.',
  required_number: () => 'Give a number.',
  required_signature: () => 'Sign here.',
  signature_required: () => 'A signature is always required. Leave this out, or set it to true.',
  checkbox: () => 'Tick the box, or leave it empty.',
  choice: () => 'Choose one of the answers in the list.',
  choice_twice: ({ choice }: { choice: string }) => `The choice ${choice} is listed twice. Remove one of the two.`,
  choices_count: ({ most }: { most: number }) => `Give 2 to ${most} choices.`,
  choices_missing: ({ most }: { most: number }) => `Add choices: a list of 2 to ${most} texts.`,
  date: (_: undefined, { day }: Speech) => `Give a day of the calendar, such as ${day('2026-12-31')}.`,
  day_range: ({ min, max, given }: { min: string; max: string; given?: string }, { day }: Speech) =>
    `Give a day from ${day(min)} to ${day(max)}.${given === undefined ? '' : ` This is ${day(given)}.`}`,
  decimals: ({ decimals }: { decimals: number }) =>
    decimals === 0 ? 'Give a whole number.' : `Give at most ${decimals} decimal places.`,
  digits: ({ digits }: { digits: number }) => `Give at most ${digits} digits.`,
  initials_size: () => 'The drawing of your initials is too large. Draw them again, or type them.',
  initials_whole: () => 'The drawing of your initials arrived incomplete. Draw them again, or type them.',
  number: (_: undefined, { number }: Speech) => `Give a number, such as ${number('1234.5')} or ${number('12')}.`,
  number_range: ({ min, max }: { min: number; max: number }, { number }: Speech) =>
    `Give a number from ${number(min)} to ${number(max)}.`,
  option_day_order: ({ min }: { min: string }) => `The last day must be ${min} or later.`,
  option_decimals: ({ most }: { most: number }) => `Give a whole number from 0 to ${most}.`,
  option_length: ({ most }: { most: number }) => `Give a length from 1 to ${most} characters.`,
  pattern: ({ words }: { words: string }) => `Write it like this: ${words}`,
  pattern_large: ({ most }: { most: number }) =>
    `This pattern is too large. Use at most ${most} characters, and smaller repeat counts.`,
  pattern_missing: () =>
    'These words explain a pattern, but the field has no pattern. Add the pattern, or remove the words.',
  pattern_none: () =>
    'RE2 cannot read this regular expression. Look for an open bracket. RE2 has no lookahead, no lookbehind and no backreferences.',
  pattern_words: () => 'Explain the pattern in words. Signers read them when their answer does not match the pattern.',
  file_type: ({ types }: { types: readonly string[] }) => `Send a file of one of these types: ${types.join(', ')}.`,
  file_size: ({ megabytes }: { megabytes: number }) => `This file is larger than ${megabytes} MiB. Send a smaller one.`,
  file_active: () => 'This PDF contains scripts or other files. Print it to a new PDF, and send that.',
  file_unreadable: () =>
    'This PDF is encrypted, or needs too much time or memory to open. Print it to a new PDF, and send that.',
}

const french: typeof english = {
  required: () => 'Remplissez ce champ.',
  required_box: () => 'Cochez cette case pour continuer.',
  required_choice: () => 'Choisissez une réponse.',
  required_day: () => 'Indiquez un jour.',
  required_file: () => 'Envoyez un fichier.',
  required_initials: () => 'Saisissez ou dessinez vos initiales.',
  required_number: () => 'Indiquez un nombre.',
  required_signature: () => 'Signez ici.',
  signature_required: () => 'Une signature est toujours obligatoire. Omettez ce membre, ou mettez-le à true.',
  checkbox: () => 'Cochez la case ou laissez-la vide.',
  choice: () => 'Choisissez l’une des réponses de la liste.',
  choice_twice: ({ choice }) => `Le choix ${choice} figure deux fois. Retirez l’un des deux.`,
  choices_count: ({ most }) => `Donnez de 2 à ${most} choix.`,
  choices_missing: ({ most }) => `Ajoutez des choix : une liste de 2 à ${most} textes.`,
  date: (_, { day }) => `Indiquez un jour du calendrier, par exemple ${day('2026-12-31')}.`,
  day_range: ({ min, max, given }, { day }) =>
    `Indiquez un jour du ${day(min)} au ${day(max)}.${given === undefined ? '' : ` Celui-ci est le ${day(given)}.`}`,
  decimals: ({ decimals }) =>
    decimals === 0 ? 'Indiquez un nombre entier.' : `Indiquez au plus ${decimals} décimales.`,
  digits: ({ digits }) => `Indiquez au plus ${digits} chiffres.`,
  initials_size: () => 'Le dessin de vos initiales est trop grand. Dessinez-les à nouveau, ou saisissez-les.',
  initials_whole: () => 'Le dessin de vos initiales est arrivé incomplet. Dessinez-les à nouveau, ou saisissez-les.',
  number: (_, { number }) => `Indiquez un nombre, par exemple ${number('1234.5')} ou ${number('12')}.`,
  number_range: ({ min, max }, { number }) => `Indiquez un nombre de ${number(min)} à ${number(max)}.`,
  option_day_order: ({ min }) => `Le dernier jour doit être le ${min} ou plus tard.`,
  option_decimals: ({ most }) => `Indiquez un nombre entier de 0 à ${most}.`,
  option_length: ({ most }) => `Indiquez une longueur de 1 à ${most} caractères.`,
  pattern: ({ words }: { words: string }) => `Écrivez ainsi : ${words}`,
  pattern_large: ({ most }: { most: number }) =>
    `Ce motif est trop grand. Utilisez au plus ${most} caractères, et de plus petits nombres de répétitions.`,
  pattern_missing: () =>
    'Ces mots expliquent un motif, mais le champ n’a pas de motif. Ajoutez le motif, ou retirez les mots.',
  pattern_none: () =>
    'RE2 ne peut pas lire cette expression régulière. Cherchez une parenthèse qui n’est pas fermée. RE2 n’a ni lookahead, ni lookbehind, ni références arrière.',
  pattern_words: () =>
    'Expliquez le motif avec des mots. Les signataires les lisent quand leur réponse ne suit pas le motif.',
  file_type: ({ types }) => `Envoyez un fichier de l’un de ces types : ${types.join(', ')}.`,
  file_size: ({ megabytes }) => `Ce fichier dépasse ${megabytes} Mio. Envoyez-en un plus petit.`,
  file_active: () =>
    'Ce PDF contient des scripts ou d’autres fichiers. Imprimez-le dans un nouveau PDF, et envoyez celui-ci.',
  file_unreadable: () =>
    'Ce PDF est chiffré, ou demande trop de temps ou de mémoire. Imprimez-le dans un nouveau PDF, et envoyez celui-ci.',
}

/** Sentences for faults of fields and of what people write into them, by code. */
export const fieldFaults = { en: english, fr: french }
