import type { faults as english } from '../en/faults.ts'
import type { CharacterKind, DetailName, NamedCharacter } from '../speech.ts'
import { destinations } from './destinations.ts'

const characters: Record<CharacterKind, string> = {
  nul: 'caractère NUL',
  control: 'caractère de contrôle',
  bidi_override: 'caractère de changement de sens',
  non_character: 'non-caractère',
  lone_surrogate: 'demi-caractère isolé',
  private: 'caractère privé',
  letter: 'caractère',
}

const details: Record<DetailName, string> = {
  legalName: 'le nom légal',
  dateOfBirth: 'la date de naissance',
  ssn: 'le numéro de sécurité sociale américain (SSN)',
  address: 'l’adresse actuelle',
  driverLicence: 'le permis de conduire',
  contact: 'une adresse e-mail ou un numéro de téléphone',
}

function character({ kind, letter, code }: NamedCharacter): string {
  return `${characters[kind]}${kind === 'letter' ? ` ${letter}` : ''} (${code})`
}

export const faults: typeof english = {
  ...destinations,
  accepted: () => 'Cochez la case pour continuer.',
  accepted_or_paper: () => 'Cochez la case pour continuer, ou demandez une version papier à l’expéditeur.',
  address_of_another: () => 'Cette adresse est celle d’une autre personne de cet accord. Donnez la vôtre.',
  agreement_link_missing: () => 'Ce lien de document n’existe pas.',
  agreement_missing: () => 'Ce document n’existe pas.',
  already_member: ({ email }) => `${email} est déjà membre de cette organisation.`,
  characters: ({ position, ...found }) => `Retirez le ${character(found)} en position ${position}.`,
  checkbox: () => 'Cochez la case ou laissez-la vide.',
  choice: () => 'Choisissez l’une des propositions.',
  choice_twice: ({ choice }) => `Le choix ${choice} figure deux fois.`,
  choices_count: ({ most }) => `Donnez de 2 à ${most} choix.`,
  choices_missing: ({ most }) => `Ajoutez des choix : une liste de 2 à ${most} textes.`,
  cidr: () => 'Indiquez une adresse IP ou une plage CIDR.',
  code: () =>
    'Ce n’est pas le dernier code que nous avons envoyé, ou il est trop ancien. Vérifiez, ou demandez-en un autre.',
  condition_circle: ({ keys }: { keys: readonly string[] }) =>
    keys.length === 1
      ? `Le champ ${keys.join('')} dépend de lui-même. Retirez la condition, ou nommez un autre champ.`
      : `Les champs ${keys.join(', ')} dépendent les uns des autres en cercle. Retirez l’une des conditions.`,
  condition_automatic: ({ field }: { field: string }) =>
    `Le champ ${field} se remplit de lui-même et est toujours là. Nommez un autre champ.`,
  condition_field: ({ field }: { field: string }) =>
    `Il n’y a pas de champ ${field}. Nommez la clé d’un autre champ de ce contrat.`,
  condition_later: ({ field, role }: { field: string; role: string }) =>
    `Le champ ${field} est rempli par le rôle « ${role} », qui n’a peut-être pas encore agi à ce moment. Nommez un champ du même rôle, ou d’un rôle qui agit avant.`,
  condition_one: () => 'Dites l’un de equals, not_equals et filled.',
  condition_signature: ({ field }: { field: string }) =>
    `Le champ ${field} est une signature, qui est toujours là. Nommez un autre champ.`,
  condition_value: ({ field, type, choices }: { field: string; type: string; choices: readonly string[] }) =>
    `Le champ ${field} est du type ${type} et n’a jamais cette valeur.${choices.length > 0 ? ` Il a l’une de : ${choices.join(', ')}.` : ''}`,
  consent: ({ kind }) => `La vérification exige le consentement ${kind}.`,
  consent_not_asked: () => 'Ce document ne demande pas ce consentement.',
  could_be_too_long: (found) =>
    `Une fois rempli, ce texte pourrait compter ${found.total} caractères ; ${found.most} au plus sont possibles.${found.key ? ` {{${found.key}}} est utilisé ${found.uses} fois : utilisez-le moins souvent${found.isText ? ', ou donnez-lui une longueur maximale plus petite' : ''}.` : ''}`,
  cursor: () => 'Donnez un curseur tel que cette liste l’a fourni, avec les mêmes filtres et le même ordre.',
  csv_cells: ({ line, count, wanted }) =>
    `La ligne ${line} a ${count} cellules, et la première ligne en a ${wanted}. Mettez entre guillemets une cellule qui contient le séparateur.`,
  csv_column_name: ({ line, number }) =>
    `Ligne ${line} : la colonne ${number} n’a pas de nom. Nommez-la, ou retirez-la.`,
  csv_column_twice: ({ line, number }) => `Ligne ${line} : la colonne ${number} existe déjà. Gardez l’une des deux.`,
  csv_columns: ({ line, most, count }) =>
    `Ligne ${line} : ${count} colonnes deviendraient des métadonnées ; ${most} au plus sont possibles. Retirez celles qui ne servent pas.`,
  csv_empty: () =>
    'Le fichier n’a pas de lignes. Donnez une première ligne avec le nom des colonnes, puis une ligne par personne.',
  csv_encoding: ({ line }) =>
    `La ligne ${line} n’est pas en UTF-8. Enregistrez le fichier en « CSV UTF-8 », ou en texte Unicode.`,
  csv_no_email: ({ line }) =>
    `La ligne ${line} ne nomme aucune colonne email. Ajoutez-en une, ou recevez les accès sous forme de liens.`,
  csv_access: ({ line }) => `Ligne ${line} : écrivez email_code, ou laissez la cellule vide.`,
  csv_no_field: ({ line, name }) =>
    `Ligne ${line} : ${name} ne nomme aucun champ du contrat. Écrivez field. et la clé d’un de ses champs.`,
  csv_no_header: ({ line }) =>
    `La ligne ${line} est une personne, et devrait nommer les colonnes : mettez avant elle une ligne comme email,name.`,
  csv_no_role: ({ line, role }) =>
    `Ligne ${line} : l’accord n’a pas de rôle ${role}. Écrivez avant le point la clé de l’un de ses rôles.`,
  csv_nul: ({ line }) =>
    `La ligne ${line} contient un caractère NUL : ce n’est pas du texte. Enregistrez le fichier en « CSV UTF-8 » ou en texte Unicode.`,
  csv_quote: ({ line }) =>
    `Ligne ${line} : un guillemet se trouve dans une cellule. Mettez toute la cellule entre guillemets, et doublez ceux qu’elle contient.`,
  csv_quote_open: ({ line }) => `Ligne ${line} : un guillemet est ouvert et jamais fermé.`,
  csv_row_twice: ({ line, first }) =>
    `La ligne ${line} dit la même chose que la ligne ${first}. Retirez l’une des deux.`,
  csv_rows: ({ line, most }) =>
    `La ligne ${line} est de trop : un fichier a au plus ${most} lignes. Partagez-le en plusieurs fichiers.`,
  csv_size: ({ most }) => `Le fichier dépasse ${most} Mio. Partagez-le en plusieurs fichiers.`,
  date: (_, { day }) => `Indiquez un jour du calendrier, par exemple ${day('2026-12-31')}.`,
  day_range: ({ min, max, given }, { day }) =>
    `Indiquez un jour du ${day(min)} au ${day(max)}.${given === undefined ? '' : ` Celui-ci est le ${day(given)}.`}`,
  decimals: ({ decimals }) =>
    decimals === 0 ? 'Indiquez un nombre entier.' : `Indiquez au plus ${decimals} décimales.`,
  export_list: () => 'Nommez un type de cette API qui a une liste, par exemple verifications.',
  view_path: () => 'Indiquez un chemin de l’application, par exemple /verifications.',
  digits: ({ digits }) => `Indiquez au plus ${digits} chiffres.`,
  docx_damaged: () =>
    'Ce fichier Word est endommagé, ou rien ne peut en être lu. Enregistrez-le de nouveau en .docx, et envoyez celui-ci.',
  docx_heavy: () => 'Ce fichier Word est trop lourd à ouvrir. Enregistrez-le en PDF, et envoyez celui-ci.',
  docx_macros: () =>
    'Ce fichier Word a des macros. Enregistrez-le en .docx sans elles, ou en PDF, et envoyez celui-ci.',
  docx_not: () => 'Ce n’est ni un PDF ni un fichier Word (.docx). Enregistrez-le en PDF, et envoyez celui-ci.',
  docx_off: () =>
    'Ce serveur ne fait pas de PDF à partir de fichiers Word. Enregistrez-le en PDF, et envoyez celui-ci, ou faites installer LibreOffice (SEALANE_SOFFICE).',
  docx_outside: () =>
    'Ce fichier Word va chercher des parties ailleurs. Mettez ses images dedans, ou enregistrez-le en PDF, et envoyez celui-ci.',
  document_blocks: ({ line, most }) => `ligne ${line} : le texte a plus de ${most} blocs et cellules de tableau.`,
  document_columns: ({ line, most }) => `ligne ${line} : un tableau a plus de ${most} colonnes.`,
  document_depth: ({ line, most }) =>
    `ligne ${line} : des listes et des citations sont imbriquées sur plus de ${most} niveaux.`,
  document_length: ({ line, most }) => `ligne ${line} : le texte dépasse ${most} caractères.`,
  document_lines: ({ line, most }) => `ligne ${line} : le texte a plus de ${most} lignes.`,
  document_marks: ({ line, most }) => `ligne ${line} : le texte a plus de ${most} signes de Markdown, comme * et [.`,
  email: () => 'Saisissez une adresse e-mail, par exemple nom@example.com.',
  enum: ({ allowed }) => `Utilisez l’une de ces valeurs : ${allowed.join(', ')}.`,
  event_cursor: () => 'Donnez le curseur de la réponse précédente, ou l’identifiant d’un événement encore conservé.',
  field_automatic: ({ key }: { key: string }) =>
    `Le champ ${key} se remplit de lui-même quand la personne agit. Ne le donnez pas.`,
  field_of_role: ({ key, role }: { key: string; role: string }) =>
    `Le rôle « ${role} » n’a pas de champ ${key}. Nommez la clé d’un de ses champs.`,
  field_own: ({ key }: { key: string }) =>
    `Seul le signataire peut remplir ${key} : un expéditeur donne des textes, des nombres, des jours, des choix et des cases.`,
  filled_length: ({ total, most }) =>
    `Ainsi rempli, ce document compte ${total} caractères ; ${most} au plus sont possibles. Raccourcissez ce que vous avez écrit ici.`,
  file_active: () =>
    'Ce PDF a des scripts, ou porte d’autres fichiers. Imprimez-le dans un nouveau PDF, et envoyez celui-ci.',
  file_fields: ({ most }) => `Un contrat demande au plus ${most} fichiers.`,
  file_size: ({ megabytes }) => `Ce fichier a plus de ${megabytes} Mio. Envoyez-en un plus petit.`,
  file_type: ({ types }) => `Envoyez un fichier de l’un de ces types : ${types.join(', ')}.`,
  file_unreadable: () =>
    'Ce PDF est chiffré, ou trop lourd à ouvrir. Imprimez-le dans un nouveau PDF, et envoyez celui-ci.',
  fixed: () =>
    'L’expéditeur a rempli ceci, et on ne peut pas le changer ici. Si ce n’est pas juste, refusez, ou demandez à l’expéditeur.',
  font: ({ line, ...found }) =>
    `ligne ${line} : aucune police n’a le ${character(found)}. Écrivez-le autrement, ou faites ajouter une police (SEALANE_FONTS).`,
  future: ({ at, isFarOff }) =>
    `Indiquez un moment à venir.${isFarOff ? ` Celui-ci est ${at} ; les horodatages unix comptent en millisecondes.` : ''}`,
  header_name: () => 'Ce n’est pas un nom d’en-tête.',
  header_reserved: () => 'Cet en-tête est fixé par Sealane.',
  header_twice: () => 'Cet en-tête figure deux fois : les majuscules ne comptent pas dans son nom. Retirez-en un.',
  header_unknown: () => 'Aucune valeur n’est enregistrée sous ce nom. Donnez-en une.',
  header_value: ({ most }) => `Utilisez au plus ${most} caractères ASCII imprimables.`,
  html: ({ line, html }) =>
    `ligne ${line} : ${html} est du HTML, qui n’est pas affiché : écrivez-le en Markdown, ou placez une barre oblique inverse devant.`,
  initials_size: () => 'Le dessin de vos initiales est trop grand. Dessinez-les à nouveau, ou saisissez-les.',
  initials_whole: () => 'Le dessin de vos initiales est arrivé incomplet. Dessinez-les à nouveau, ou saisissez-les.',
  invited: ({ as }) =>
    `L’expéditeur a préparé ce document pour ${as} et n’a pas permis de changement. Si ce n’est pas juste, adressez-vous à l’expéditeur.`,
  key: () =>
    'Utilisez de 1 à 50 lettres minuscules, chiffres et tirets bas, d’abord une lettre, et pas le mot constructor.',
  copy_access: () => 'Une copie est envoyée entière par courriel : omettez access.',
  copy_by_mail: () => 'Une copie part par courriel : omettez delivery, ou dites email.',
  known_field: ({ line, key }) =>
    `ligne ${line} : {{${key}}} n’est pas l’un des champs. Ajoutez-le, ou corrigez l’emplacement.`,
  known_permission: ({ allowed }) => `Cette permission n’existe pas. Il y a : ${allowed.join(', ')}.`,
  known_role: ({ role }) => `Il n’y a pas de rôle de signataire « ${role} ».`,
  language: () =>
    'Indiquez une langue par une étiquette BCP 47, par exemple en, pt-BR ou zh-Hant ; null est la langue du texte.',
  licence_format: ({ state }) => `Ce n’est pas la forme d’un numéro de permis de ${state}.`,
  mark_drawn: () => 'Rien n’est encore dessiné. Dessinez votre signature, ou saisissez votre nom.',
  mark_size: () => 'Le dessin est trop grand. Recommencez, ou saisissez votre nom.',
  mark_whole: () => 'Le dessin n’est pas arrivé entier. Recommencez, ou saisissez votre nom.',
  max_items: ({ most }) => `Donnez-en au plus ${most}.`,
  max_length: ({ most, length }) => `Utilisez au plus ${most} caractères ; il y en a ${length}.`,
  maximum_age: () => 'Cette date est trop ancienne.',
  metadata_bytes: ({ most }) => `Les métadonnées peuvent occuper ${most} octets, pas davantage.`,
  metadata_members: ({ most }) => `Les métadonnées peuvent avoir ${most} membres, pas davantage.`,
  metadata_text: () =>
    'Les métadonnées ne doivent contenir ni caractères de contrôle ni autres caractères qui ne sont pas du texte.',
  metadata_value: () => 'Demandez un texte sans caractères de contrôle, un nombre, true, false ou null.',
  minimum_age: ({ years }) => `La personne doit avoir au moins ${years} ans.`,
  moment: ({ at }) =>
    `Indiquez un moment entre 2000 et demain. Celui-ci est ${at} ; les horodatages unix comptent en millisecondes.`,
  name: () => 'Utilisez des lettres, traits d’union, apostrophes, points et espaces, 100 au plus.',
  shortest: ({ least }: { least: number }) => `Écrivez au moins ${least} caractères.`,
  site_origin: () =>
    'Écrivez un site comme le navigateur le nomme : https://, l’hôte et son port s’il en a un, par exemple https://app.example.com. Sans TLS, seule cette machine est un site.',
  name_pattern: () => 'Écrivez un nom, ou le début de plusieurs noms suivi d’une étoile.',
  not_empty: ({ allowed }) => `Nommez au moins l’un de ceux-ci : ${allowed.join(', ')}.`,
  number: (_, { number }) => `Indiquez un nombre, par exemple ${number('1234.5')} ou ${number('12')}.`,
  number_least: ({ min }) => `Indiquez ${min} ou plus.`,
  number_range: ({ min, max }, { number }) => `Indiquez un nombre de ${number(min)} à ${number(max)}.`,
  option: ({ type, takers }) =>
    `Un champ du type ${type} n’accepte pas ceci ; ${takers.join(' et ')} ${takers.length > 1 ? 'l’acceptent' : 'l’accepte'}.`,
  option_day_order: ({ min }) => `Terminez le ${min} ou plus tard.`,
  option_decimals: ({ most }) => `Un nombre a de 0 à ${most} décimales.`,
  option_length: ({ most }) => `Un texte a au plus de 1 à ${most} caractères.`,
  own_name: ({ name }) => `Saisissez votre propre nom comme vous l’avez donné auparavant : ${name}.`,
  password_length: ({ least, most }) =>
    `Choisissez un mot de passe de ${least} à ${most} caractères. Plusieurs mots se retiennent le mieux.`,
  pattern: ({ words }: { words: string }) => `Écrivez-le ainsi : ${words}`,
  pattern_large: ({ most }: { most: number }) =>
    `Ce motif est trop grand : utilisez au plus ${most} caractères, et de plus petits nombres de répétitions.`,
  pattern_missing: () => 'Ces mots expliquent un motif, et il n’y en a pas. Ajoutez-le, ou retirez les mots.',
  pattern_none: () =>
    'Ce n’est pas une expression régulière que RE2 sait lire. Cherchez une parenthèse qui n’est pas fermée ; regarder en avant ou en arrière et les références ne sont pas possibles.',
  pattern_words: () =>
    'Dites avec des mots pour les personnes ce que le motif demande : elles les lisent quand ce qu’elles écrivent ne convient pas.',
  patterns_large: () =>
    'Les motifs de ces champs sont trop grands ensemble. Utilisez-en de plus courts, ou de plus petits nombres de répétitions.',
  pem: () => 'Donnez un certificat et sa propre clé privée sans phrase secrète, tous deux en PEM.',
  phone: () => 'Indiquez un numéro de téléphone de 7 à 15 chiffres.',
  once_per_email: () =>
    'Quelqu’un avec cette adresse a déjà ouvert ce contrat. Continuez dans le navigateur où c’était, ou demandez à l’expéditeur.',
  passcode_needed: () => 'Donnez un code secret : avec PASSCODE, personne n’entre sans lui.',
  passcode_wrong: () => 'Ce n’est pas le code secret. Regardez de nouveau, ou demandez à qui vous a envoyé le lien.',
  placeholder: ({ placeholder }) =>
    `${placeholder} serait imprimé tel quel : seul le texte d’un document a des emplacements.`,
  placeholder_broken: ({ line, placeholder }) =>
    `ligne ${line} : ${placeholder} ressemble à un emplacement et n’en est pas un : écrivez {{key}} avec la clé d’un champ, ou placez une barre oblique inverse devant la première accolade.`,
  placeholder_escaped: ({ line, placeholder }) =>
    `ligne ${line} : ${placeholder} est échappé, donc les accolades seraient imprimées : retirez les barres obliques inverses.`,
  placeholder_hidden: ({ line, placeholder }) =>
    `ligne ${line} : ${placeholder} se trouve là où aucun emplacement n’est rempli.`,
  placeholder_in_code: ({ line, placeholder }) =>
    `ligne ${line} : ${placeholder} se trouve dans du code, où aucun emplacement n’est rempli.`,
  placeholder_key: ({ line, placeholder }) => `ligne ${line} : ${placeholder} n’est pas une clé de champ.`,
  range: ({ least, most }) => `Indiquez un nombre entier de ${least} à ${most}.`,
  range_or_none: ({ least, most }) =>
    `Indiquez un nombre entier de jours de ${least} à ${most}, ou null pour garder les documents.`,
  recipients_needed: () =>
    'Donnez au moins une adresse, ou un domaine comme @example.com : avec EMAILS, personne d’autre n’entre.',
  required: () => 'Remplissez ce champ.',
  required_again: () => 'Le webhook change d’origine : donnez ceci de nouveau.',
  required_again_or_null: () => 'Le webhook change d’origine : donnez ceci de nouveau, ou null pour le retirer.',
  required_box: () => 'Cochez cette case pour continuer.',
  required_choice: () => 'Choisissez une proposition.',
  required_day: () => 'Indiquez un jour.',
  required_destination: () => 'Indiquez où livrer.',
  required_detail: ({ detail }) => `Cette vérification a besoin de : ${details[detail]}.`,
  required_file: () => 'Envoyez un fichier.',
  required_initials: () => 'Saisissez ou dessinez vos initiales.',
  required_name: () => 'Indiquez ce nom.',
  required_number: () => 'Indiquez un nombre.',
  required_role: () => 'Indiquez quel rôle.',
  required_signature: () => 'Signez ici.',
  required_typed_name: () => 'La personne saisit son nom pour consentir.',
  role_name: () => 'Utilisez de 1 à 63 lettres minuscules, chiffres et traits d’union, d’abord une lettre.',
  same: ({ role }) => `Le rôle lié est ${role}.`,
  same_address: ({ role }) =>
    `C’est aussi l’adresse du rôle « ${role} ». Une personne jointe par courriel, ou contrôlée, a besoin d’une adresse à elle.`,
  signer_or_signers: () => 'Donnez soit signer, soit signers : signers nomme aussi qui agit en premier.',
  role_approves: ({ role }) =>
    `Le rôle « ${role} » approuve et ne signe pas : donnez la signature à un rôle qui signe.`,
  role_count: ({ most }) => `Nommez de 1 à ${most} rôles de signataires.`,
  role_fills_nothing: ({ role }) =>
    `Le rôle « ${role} » ne reçoit qu’une copie et ne remplit rien : donnez le champ à un autre rôle.`,
  role_kind: ({ allowed }) => `Donnez l’un de ces mots : ${allowed.join(', ')}.`,
  role_of_field: ({ line, key, role, known }) =>
    `ligne ${line} : le texte donne ${key} au rôle « ${role} », et le champ est à « ${known} ». Accordez-les.`,
  role_signature: ({ role }) =>
    `Le rôle « ${role} » signe et n’a pas de place pour cela : ajoutez un champ du type signature pour ce rôle.`,
  role_that_signs: () => 'Personne ne signe : faites d’un rôle au moins un signataire.',
  role_unchecked: ({ role }) =>
    `Le rôle « ${role} » ne reçoit qu’une copie et n’est pas vérifié : exigez la vérification d’un autre rôle.`,
  signature: () => 'Ajoutez un champ du type signature.',
  signature_required: () => 'Une signature est toujours obligatoire.',
  ssn: () => 'Un numéro de sécurité sociale américain (SSN) a neuf chiffres.',
  ssn_impossible: () => 'Ce numéro n’a jamais été attribué comme numéro de sécurité sociale (SSN).',
  ssn_taxpayer: () => 'C’est un numéro de contribuable, pas un numéro de sécurité sociale (SSN).',
  sub_domain: () =>
    'Utilisez de 1 à 63 lettres minuscules, chiffres et traits d’union, sans trait d’union au début ni à la fin.',
  subtype_none: () => 'Seul un us_criminal_record_check a des sous-types : laissez ceci vide.',
  subtype_tiers: ({ subtype, tiers }) => `${subtype} fait partie de ${tiers.join(', ')}.`,
  text_version: () => 'Cette version du texte n’existe pas.',
  tier_missing: ({ type, tiers }) => `Un ${type} a besoin de l’un des niveaux ${tiers.join(', ')}.`,
  tier_none: ({ type }) => `Un ${type} n’a pas de niveaux : laissez ceci vide.`,
  tier_other: ({ type, tiers }) => `Les niveaux de ${type} sont ${tiers.join(', ')}.`,
  known_version: ({ newest }) =>
    newest === 1 ? 'Il n’y a que la version 1.' : `Il n’y a que les versions 1 à ${newest}.`,
  role_twice: ({ role }) => `Le rôle « ${role} » est nommé deux fois. Nommez une seule personne.`,
  unique_key: ({ key }) => `La clé ${key} est utilisée deux fois.`,
  unique_role: ({ name }) => `Il y a déjà un rôle ${name}. Choisissez un autre nom.`,
  unprintable: ({ before, ...found }, { what = 'Ce texte' }) =>
    `${what} contient un caractère qui ne peut pas être imprimé : ${character(found)}, ${before ? `après « ${before} »` : 'au début'}. Supprimez-le, ou saisissez le texte de nouveau.`,
  us_state: () => 'Indiquez les deux lettres d’un État américain.',
  utf8_name: () =>
    'Un nom dans l’adresse de ce lien n’est pas un texte en UTF-8. Demandez un lien entier à qui vous l’a envoyé.',
  utf8_value: ({ name }) =>
    `La valeur de « ${name} » dans l’adresse de ce lien n’est pas un texte en UTF-8. Demandez un lien entier à qui vous l’a envoyé.`,
  zip: () => 'Indiquez cinq ou neuf chiffres.',
  anchor_role: (found) =>
    `La page ${found.page} nomme {{${found.key}}} comme champ de ${found.role}, alors que c’est un champ de ${found.known}.`,
  anchor_unknown: ({ key, page }) =>
    `La page ${page} nomme {{${key}}}, et ce champ n’existe pas. Ajoutez un champ avec cette clé, ou retirez ces mots.`,
  asked_now: () =>
    'Ceci est demandé maintenant, à cause de ce que vous avez choisi. Remplissez-le ou laissez-le, et appuyez de nouveau sur le bouton.',
  base64: () => 'Donnez les octets du fichier en base64.',
  import_without_file: () => 'Les champs sont repris d’un fichier envoyé en même temps.',
  pdf_active: () =>
    'Ce PDF exécute des scripts, lance des programmes, envoie des données ou contient d’autres fichiers. Imprimez-le en un nouveau PDF et envoyez celui-ci.',
  pdf_altered: ({ page }) =>
    `${page === null ? 'Une page' : `La page ${page}`} de ce PDF aurait un autre aspect une fois signée. Imprimez-le dans un nouveau PDF et envoyez celui-ci.`,
  pdf_damaged: ({ page }) =>
    `Ce PDF est endommagé${page === null ? '' : ` (page ${page})`}. Ouvrez-le dans le programme qui l’a créé, enregistrez-le à nouveau et envoyez-le.`,
  pdf_empty: () => 'Ce PDF n’a aucune page.',
  pdf_forbidden: () => 'L’auteur de ce PDF en a interdit la modification. Envoyez-en un sans cette protection.',
  pdf_heavy: () => 'Ce PDF est trop lourd à ouvrir. Imprimez-le dans un nouveau PDF et envoyez celui-ci.',
  pdf_not: () => 'Ce n’est pas un PDF. Envoyez un fichier qui commence par %PDF.',
  pdf_page_size: ({ page }) =>
    `${page === null ? 'Une page' : `La page ${page}`} est trop petite, trop grande ou trop étroite pour être signée.`,
  pdf_pages: ({ most }) => `Ce PDF a plus de ${most} pages.`,
  pdf_password: () => 'Ce PDF demande un mot de passe. Envoyez-en un qui s’ouvre sans.',
  pdf_signed: () => 'Ce PDF est déjà signé : le remplir romprait cette signature. Envoyez-le tel qu’il était avant.',
  pdf_size: ({ megabytes }) => `Le fichier dépasse ${megabytes} Mio.`,
  pdf_truncated: () => 'La fin de ce PDF manque. Envoyez-le à nouveau, en entier.',
  pdf_xfa: () =>
    'Ce PDF est un formulaire XFA, que la plupart des lecteurs ne peuvent afficher. Imprimez-le dans un nouveau PDF et envoyez celui-ci.',
  place_incomplete: ({ name }) =>
    `Donnez ${name} : la place d’un champ se dit par page, x, y, width et height, tous ensemble.`,
  place_off_page: ({ side }) =>
    side === 'right'
      ? 'Le champ dépasse le bord droit de la page : x et width font ensemble au plus 1.'
      : 'Le champ dépasse le bas de la page : y et height font ensemble au plus 1.',
  place_page: ({ pages }) => (pages === 1 ? 'Le PDF a 1 page.' : `Le PDF a ${pages} pages, comptées à partir de 1.`),
  place_small: ({ least }) =>
    `Le champ est trop petit pour être vu sur la page : chaque côté mesure au moins ${least} points (72 font un pouce).`,
  place_taken: (found) => `À la page ${found.page}, ${found.key} recouvre ${found.other}. Déplacez l’un des deux.`,
  place_without_pdf: () =>
    'Seuls les champs d’un PDF ont une place sur une page. Dans un texte, écrivez {{key}} à l’endroit du champ.',
  source_and_file: () => 'Donnez un texte ou un fichier, pas les deux.',
  tag_comma: () => 'Écrivez une étiquette sans virgule : les virgules séparent les étiquettes.',
  source_missing: () => 'Donnez un texte dans source, ou un PDF dans file_upload.',
}
