import type { faults as english } from '../en/faults.ts'
import { fieldFaults } from '../fields.ts'
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
  ...fieldFaults.fr,
  accepted: () => 'Cochez la case pour continuer.',
  accepted_or_paper: () => 'Cochez la case pour continuer, ou demandez une version papier à l’expéditeur.',
  address_of_another: () =>
    'Cette adresse est celle d’une autre personne qui prend part à ce document. Donnez la vôtre.',
  agreement_link_missing: () => 'Ce lien d’accord n’existe pas.',
  agreement_missing: () => 'Cet accord n’existe pas.',
  already_member: ({ email }) => `${email} est déjà membre de cette organisation.`,
  characters: ({ position, ...found }) => `Retirez le ${character(found)} en position ${position}.`,
  cidr: () => 'Indiquez une adresse IP ou une plage CIDR.',
  code: () =>
    'Ce n’est pas le dernier code que nous vous avons envoyé, ou il est trop ancien. Vérifiez l’e-mail, ou demandez un autre code.',
  condition_circle: ({ keys }: { keys: readonly string[] }) =>
    keys.length === 1
      ? `Le champ ${keys.join('')} dépend de lui-même. Retirez la condition, ou nommez un autre champ.`
      : `Les champs ${keys.join(', ')} dépendent les uns des autres en cercle. Retirez l’une des conditions.`,
  condition_automatic: ({ field }: { field: string }) =>
    `Sealane remplit lui-même le champ ${field}, qui est donc toujours présent. Nommez un autre champ.`,
  condition_field: ({ field }: { field: string }) =>
    `Il n’y a pas de champ ${field}. Nommez la clé d’un autre champ de cet accord.`,
  condition_later: ({ field, role }: { field: string; role: string }) =>
    `Le champ ${field} est rempli par le rôle « ${role} », qui n’a peut-être pas encore agi à ce moment. Nommez un champ du même rôle, ou d’un rôle qui agit avant.`,
  condition_one: () => 'Donnez exactement l’un de ces membres : equals, not_equals, filled.',
  condition_signature: ({ field }: { field: string }) =>
    `Le champ ${field} est une signature, et une signature est toujours présente. Nommez un autre champ.`,
  condition_value: ({ field, type, choices }: { field: string; type: string; choices: readonly string[] }) =>
    `Le champ ${field} est du type ${type} et ne peut jamais avoir cette valeur.${choices.length > 0 ? ` Utilisez l’une de ces valeurs : ${choices.join(', ')}.` : ''}`,
  consent: ({ kind }) => `La vérification exige le consentement ${kind}.`,
  consent_not_asked: () => 'Cet accord ne demande pas ce consentement.',
  could_be_too_long: (found) =>
    `Une fois ses champs remplis, ce texte pourrait compter ${found.total} caractères ; la limite est de ${found.most}.${found.key ? ` {{${found.key}}} est utilisé ${found.uses} fois : utilisez-le moins souvent${found.isText ? ', ou donnez-lui une longueur maximale plus petite' : ''}.` : ''}`,
  cursor: () => 'Envoyez un curseur exactement comme cette liste l’a fourni, avec les mêmes filtres et le même ordre.',
  csv_cells: ({ line, count, wanted }) =>
    `La ligne ${line} a ${count} ${count === 1 ? 'cellule' : 'cellules'}, mais la première ligne en a ${wanted}. Mettez entre guillemets chaque cellule qui contient le séparateur.`,
  csv_column_name: ({ line, number }) =>
    `Ligne ${line} : la colonne ${number} n’a pas de nom. Nommez-la, ou retirez-la.`,
  csv_column_twice: ({ line, number }) =>
    `Ligne ${line} : la colonne ${number} répète une colonne précédente. Gardez l’une des deux.`,
  csv_columns: ({ line, most, count }) =>
    `Ligne ${line} : ${count} colonnes deviendraient des métadonnées ; la limite est de ${most}. Retirez les colonnes inutiles.`,
  csv_empty: () =>
    'Le fichier n’a pas de lignes. Écrivez le nom des colonnes dans la première ligne, puis une ligne par personne.',
  csv_encoding: ({ line }) =>
    `La ligne ${line} n’est pas en UTF-8. Enregistrez le fichier en « CSV UTF-8 », ou en texte Unicode.`,
  csv_no_email: ({ line }) =>
    `La ligne ${line} ne nomme aucune colonne email. Ajoutez cette colonne, ou choisissez des liens au lieu d’e-mails.`,
  csv_access: ({ line }) => `Ligne ${line} : écrivez email_code dans la cellule access, ou laissez-la vide.`,
  csv_no_field: ({ line, name }) =>
    `Ligne ${line} : l’accord n’a pas de champ pour ${name}. Écrivez field. puis la clé d’un de ses champs.`,
  csv_no_header: ({ line }) =>
    `La ligne ${line} décrit une personne, mais la première ligne doit nommer les colonnes. Mettez avant elle une ligne comme email,name.`,
  csv_no_role: ({ line, role }) =>
    `Ligne ${line} : l’accord n’a pas de rôle ${role}. Écrivez avant le point la clé de l’un de ses rôles.`,
  csv_nul: ({ line }) =>
    `La ligne ${line} contient le caractère NUL : le fichier n’est donc pas du texte. Enregistrez-le en « CSV UTF-8 » ou en texte Unicode.`,
  csv_quote: ({ line }) =>
    `Ligne ${line} : une cellule contient un guillemet. Mettez toute la cellule entre guillemets, et doublez chaque guillemet qu’elle contient.`,
  csv_quote_open: ({ line }) => `Ligne ${line} : un guillemet s’ouvre et ne se ferme jamais. Fermez-le, ou retirez-le.`,
  csv_row_twice: ({ line, first }) => `La ligne ${line} répète la ligne ${first}. Retirez l’une des deux.`,
  csv_rows: ({ line, most }) =>
    `La ligne ${line} est de trop : un fichier peut avoir au plus ${most} lignes. Divisez-le en plusieurs fichiers.`,
  csv_size: ({ most }) => `Le fichier dépasse ${most} Mio. Divisez-le en plusieurs fichiers.`,
  export_list: () => 'Nommez un type de cette API qui a une liste, par exemple verifications.',
  view_path: () => 'Indiquez un chemin de l’application, par exemple /verifications.',
  docx_damaged: () =>
    'Ce fichier Word est endommagé ou illisible. Enregistrez-le de nouveau en .docx, et envoyez ce fichier.',
  docx_heavy: () => 'Ce fichier Word demande trop de temps ou de mémoire. Enregistrez-le en PDF, et envoyez ce PDF.',
  docx_macros: () =>
    'Ce fichier Word a des macros. Enregistrez-le en .docx sans macros, ou en PDF, et envoyez ce fichier.',
  docx_not: () => 'Ce n’est ni un PDF ni un fichier Word (.docx). Enregistrez-le en PDF, et envoyez ce PDF.',
  docx_off: () =>
    'Ce serveur ne peut pas convertir les fichiers Word. Enregistrez le fichier en PDF, et envoyez ce PDF. Ou demandez à l’exploitant d’installer LibreOffice (SEALANE_SOFFICE).',
  docx_outside: () =>
    'Ce fichier Word charge des éléments situés ailleurs. Incorporez ses images, ou enregistrez-le en PDF, et envoyez ce fichier.',
  document_blocks: ({ line, most }) => `ligne ${line} : le texte a plus de ${most} blocs et cellules de tableau.`,
  document_columns: ({ line, most }) => `ligne ${line} : un tableau a plus de ${most} colonnes.`,
  document_depth: ({ line, most }) =>
    `ligne ${line} : des listes et des citations sont imbriquées sur plus de ${most} niveaux.`,
  document_length: ({ line, most }) => `ligne ${line} : le texte dépasse ${most} caractères.`,
  document_lines: ({ line, most }) => `ligne ${line} : le texte a plus de ${most} lignes.`,
  document_marks: ({ line, most }) => `ligne ${line} : le texte a plus de ${most} signes de Markdown, comme * et [.`,
  email: () => 'Saisissez une adresse e-mail, par exemple nom@example.com.',
  enum: ({ allowed }) => `Utilisez l’une de ces valeurs : ${allowed.join(', ')}.`,
  event_cursor: () => 'Envoyez le curseur de la réponse précédente, ou l’identifiant d’un événement encore conservé.',
  field_automatic: ({ key }: { key: string }) => `Sealane remplit le champ ${key} quand la personne agit. Omettez-le.`,
  field_of_role: ({ key, role }: { key: string; role: string }) =>
    `Le rôle « ${role} » n’a pas de champ ${key}. Nommez la clé d’un de ses champs.`,
  field_own: ({ key }: { key: string }) =>
    `Seul le signataire peut remplir ${key}. Un expéditeur peut remplir des textes, des nombres, des jours, des choix et des cases.`,
  filled_length: ({ total, most }) =>
    `Avec cette réponse, le document compte ${total} caractères ; la limite est de ${most}. Raccourcissez votre réponse.`,
  file_fields: ({ most }) => `Un accord demande au plus ${most} fichiers.`,
  fixed: () =>
    'L’expéditeur a rempli ce champ, et vous ne pouvez pas le changer. S’il est faux, refusez, ou adressez-vous à l’expéditeur.',
  font: ({ line, ...found }) =>
    `ligne ${line} : aucune police n’a le ${character(found)}. Écrivez-le autrement, ou demandez à l’exploitant d’ajouter une police (SEALANE_FONTS).`,
  future: ({ at, isFarOff }) =>
    `Indiquez un moment à venir.${isFarOff ? ` Celui-ci est ${at} ; les horodatages unix comptent en millisecondes.` : ''}`,
  header_name: () =>
    'Ce n’est pas un nom d’en-tête valable. Utilisez au plus 100 lettres, chiffres, traits d’union ou traits de soulignement.',
  header_reserved: () => 'Sealane fixe lui-même cet en-tête. Omettez-le.',
  header_twice: () =>
    'Cet en-tête figure deux fois : les noms d’en-têtes ne distinguent pas majuscules et minuscules. Retirez l’un des deux.',
  header_unknown: () => 'Aucune valeur n’est enregistrée pour cet en-tête. Envoyez sa valeur.',
  header_value: ({ most }) => `Utilisez au plus ${most} caractères ASCII imprimables.`,
  html: ({ line, html }) =>
    `ligne ${line} : ${html} est du HTML, qu’un accord n’affiche pas. Écrivez-le en Markdown, ou placez une barre oblique inverse devant.`,
  invited: ({ as }) =>
    `L’expéditeur a préparé ce document pour ${as} et n’admet pas d’autre personne. Si c’est une erreur, adressez-vous à l’expéditeur.`,
  key: () =>
    'Utilisez de 1 à 50 lettres minuscules, chiffres et tirets bas. Commencez par une lettre. Le mot constructor n’est pas admis.',
  copy_access: () => 'Le rôle qui reçoit une copie reçoit le document final par e-mail. Omettez access.',
  copy_by_mail: () => 'Une copie part toujours par e-mail. Omettez delivery, ou donnez-lui la valeur email.',
  known_field: ({ line, key }) =>
    `ligne ${line} : il n’y a pas de champ pour {{${key}}}. Ajoutez le champ, ou corrigez l’emplacement.`,
  known_permission: ({ allowed }) => `Cette permission n’existe pas. Permissions : ${allowed.join(', ')}.`,
  known_role: ({ role }) => `L’accord n’a pas de rôle de signataire « ${role} ». Nommez l’un de ses rôles.`,
  language: () =>
    'Indiquez une langue par une étiquette BCP 47, par exemple en, pt-BR ou zh-Hant. Avec null, Sealane la reconnaît d’après le texte.',
  licence_format: ({ state }) => `Les numéros de permis de ${state} ont une autre forme. Vérifiez le numéro.`,
  mark_drawn: () => 'Rien n’est encore dessiné. Dessinez votre signature, ou saisissez votre nom.',
  mark_size: () => 'Le dessin est trop grand. Recommencez, ou saisissez votre nom.',
  mark_whole: () => 'Le dessin est arrivé incomplet. Recommencez, ou saisissez votre nom.',
  max_items: ({ most }) => `Donnez-en au plus ${most}.`,
  max_length: ({ most, length }) => `Utilisez au plus ${most} caractères ; ce texte en a ${length}.`,
  maximum_age: () => 'Cette date est trop ancienne.',
  metadata_bytes: ({ most }) => `Les métadonnées peuvent occuper au plus ${most} octets.`,
  metadata_members: ({ most }) => `Les métadonnées peuvent avoir au plus ${most} membres.`,
  metadata_text: () =>
    'Les métadonnées ne doivent contenir ni caractères de contrôle ni autres caractères qui ne sont pas du texte. Retirez-les.',
  metadata_value: () => 'Filtrez par un texte sans caractères de contrôle, un nombre, true, false ou null.',
  minimum_age: ({ years }) => `La personne doit avoir au moins ${years} ans.`,
  moment: ({ at }) =>
    `Indiquez un moment entre 2000 et demain. Celui-ci est ${at} ; les horodatages unix comptent en millisecondes.`,
  name: () => 'Utilisez des lettres, traits d’union, apostrophes, points et espaces, et au plus 100 caractères.',
  shortest: ({ least }: { least: number }) => `Écrivez au moins ${least} caractères.`,
  site_origin: () =>
    'Écrivez l’origine d’un site : https://, l’hôte, et le port s’il en a un, par exemple https://app.example.com. Seules les adresses de cette machine, comme localhost ou 127.0.0.1, peuvent utiliser http.',
  name_pattern: () => 'Écrivez un nom, ou le début d’un nom suivi d’une étoile.',
  not_empty: ({ allowed }) => `Nommez au moins l’un de ceux-ci : ${allowed.join(', ')}.`,
  number_least: ({ min }) => `Indiquez ${min} ou plus.`,
  option: ({ type, takers }) =>
    `Un champ du type ${type} n’accepte pas cette option. Ces types l’acceptent : ${takers.join(', ')}.`,
  own_name: ({ name }) => `Saisissez votre propre nom comme vous l’avez donné auparavant : ${name}.`,
  password_length: ({ least, most }) =>
    `Choisissez un mot de passe de ${least} à ${most} caractères. Plusieurs mots se retiennent facilement.`,
  patterns_large: () =>
    'Ensemble, les motifs de ces champs sont trop grands. Utilisez des motifs plus courts, ou de plus petits nombres de répétitions.',
  pem: () => 'Donnez un certificat et sa clé privée, tous deux en PEM. La clé ne doit pas avoir de phrase secrète.',
  phone: () => 'Indiquez un numéro de téléphone de 7 à 15 chiffres.',
  once_per_email: () =>
    'Quelqu’un a déjà commencé ce document avec cette adresse. Continuez dans le navigateur utilisé alors, ou adressez-vous à l’expéditeur.',
  passcode_needed: () => 'Donnez un code secret : le mode PASSCODE en exige un.',
  passcode_wrong: () => 'Le code secret est faux. Vérifiez-le, ou demandez-le à la personne qui vous a envoyé le lien.',
  placeholder: ({ placeholder }) =>
    `${placeholder} serait imprimé tel quel. Seul le texte d’un accord a des emplacements : écrivez-le là.`,
  placeholder_broken: ({ line, placeholder }) =>
    `ligne ${line} : ${placeholder} ressemble à un emplacement, mais n’en est pas un. Écrivez {{key}} avec la clé d’un champ, ou placez une barre oblique inverse devant la première accolade.`,
  placeholder_escaped: ({ line, placeholder }) =>
    `ligne ${line} : ${placeholder} est échappé : ses accolades seraient imprimées. Retirez les barres obliques inverses.`,
  placeholder_hidden: ({ line, placeholder }) =>
    `ligne ${line} : aucun emplacement n’est rempli là où se trouve ${placeholder}. Déplacez-le dans le texte.`,
  placeholder_in_code: ({ line, placeholder }) =>
    `ligne ${line} : ${placeholder} se trouve dans du code, où aucun emplacement n’est rempli. Sortez-le du code.`,
  placeholder_key: ({ line, placeholder }) =>
    `ligne ${line} : ${placeholder} ne contient pas la clé d’un champ. Corrigez la clé.`,
  range: ({ least, most }) => `Indiquez un nombre entier de ${least} à ${most}.`,
  range_or_none: ({ least, most }) =>
    `Indiquez un nombre entier de jours de ${least} à ${most}, ou null pour garder les documents sans limite.`,
  recipients_needed: () =>
    'Donnez au moins une adresse, ou un domaine comme @example.com : le mode EMAILS en exige un.',
  required_again: () => 'Le webhook change d’origine : envoyez cette valeur de nouveau.',
  required_again_or_null: () =>
    'Le webhook change d’origine : envoyez cette valeur de nouveau, ou null pour la retirer.',
  required_destination: () => 'Indiquez l’URL qui reçoit les livraisons.',
  required_detail: ({ detail }) => `Cette vérification a besoin de : ${details[detail]}.`,
  required_name: () => 'Indiquez ce nom.',
  required_role: () => 'Nommez le rôle.',
  required_typed_name: () => 'Donnez le nom que la personne a saisi pour consentir.',
  role_name: () => 'Utilisez de 1 à 63 lettres minuscules, chiffres et traits d’union. Commencez par une lettre.',
  same: ({ role }) => `Le rôle lié est ${role}. Donnez le même rôle, ou liez-en un autre.`,
  same_address: ({ role }) =>
    `Le rôle « ${role} » a aussi cette adresse. Chaque personne qui reçoit des e-mails ou qui est vérifiée a besoin de sa propre adresse.`,
  signer_or_signers: () => 'Donnez signer ou signers, pas les deux : signers comprend la personne qui agit en premier.',
  role_approves: ({ role }) =>
    `Le rôle « ${role} » approuve et ne signe pas. Donnez le champ de signature à un rôle qui signe.`,
  role_count: ({ most }) => `Nommez de 1 à ${most} rôles de signataires.`,
  role_fills_nothing: ({ role }) =>
    `Le rôle « ${role} » ne reçoit qu’une copie et ne remplit rien. Donnez le champ à un autre rôle.`,
  role_kind: ({ allowed }) => `Utilisez l’un de ces mots : ${allowed.join(', ')}.`,
  role_of_field: ({ line, key, role, known }) =>
    `ligne ${line} : le texte donne ${key} au rôle « ${role} », mais le champ appartient à « ${known} ». Donnez le même rôle aux deux.`,
  role_signature: ({ role }) =>
    `Le rôle « ${role} » signe, mais n’a pas de champ de signature. Ajoutez un champ du type signature pour ce rôle.`,
  role_that_signs: () => 'Aucun rôle ne signe. Faites d’un rôle au moins un signataire.',
  role_unchecked: ({ role }) =>
    `Le rôle « ${role} » ne reçoit qu’une copie et n’est pas vérifié. Exigez la vérification d’un autre rôle.`,
  signature: () => 'L’accord n’a pas de signature. Ajoutez un champ du type signature.',
  ssn: () => 'Un numéro de sécurité sociale américain (SSN) a neuf chiffres.',
  ssn_impossible: () => 'Ce numéro n’a jamais été attribué comme numéro de sécurité sociale (SSN).',
  ssn_taxpayer: () => 'C’est un numéro de contribuable, pas un numéro de sécurité sociale (SSN).',
  sub_domain: () =>
    'Utilisez de 1 à 63 lettres minuscules, chiffres et traits d’union. Ne commencez ni ne terminez par un trait d’union.',
  subtype_none: () => 'Seul un us_criminal_record_check a des sous-types. Omettez le sous-type.',
  subtype_tiers: ({ subtype, tiers }) =>
    `Le sous-type ${subtype} appartient à ${tiers.join(', ')}. Utilisez l’un de ces niveaux.`,
  text_version: () => 'Cette version du texte n’existe pas.',
  tier_missing: ({ type, tiers }) => `Un ${type} a besoin de l’un des niveaux ${tiers.join(', ')}.`,
  tier_none: ({ type }) => `Un ${type} n’a pas de niveaux. Omettez le niveau.`,
  tier_other: ({ type, tiers }) => `Utilisez l’un des niveaux de ${type} : ${tiers.join(', ')}.`,
  known_version: ({ newest }) =>
    newest === 1 ? 'Il n’y a que la version 1.' : `Il n’y a que les versions 1 à ${newest}.`,
  role_twice: ({ role }) => `Le rôle « ${role} » est nommé deux fois. Nommez une seule personne pour ce rôle.`,
  unique_key: ({ key }) => `La clé ${key} est utilisée deux fois. Changez l’une des deux.`,
  unique_role: ({ name }) => `Un rôle ${name} existe déjà. Choisissez un autre nom.`,
  unprintable: ({ before, ...found }, { what = 'Ce texte' }) =>
    `${what} contient un caractère qui ne peut pas être imprimé : ${character(found)}, ${before ? `après « ${before} »` : 'au début'}. Supprimez-le, ou saisissez le texte de nouveau.`,
  us_state: () => 'Indiquez les deux lettres d’un État américain.',
  utf8_name: () =>
    'Un nom dans l’adresse de ce lien n’est pas un texte en UTF-8. Demandez un lien complet à l’expéditeur.',
  utf8_value: ({ name }) =>
    `La valeur de « ${name} » dans l’adresse de ce lien n’est pas un texte en UTF-8. Demandez un lien complet à l’expéditeur.`,
  zip: () => 'Indiquez cinq ou neuf chiffres.',
  anchor_role: (found) =>
    `La page ${found.page} donne le champ {{${found.key}}} au rôle ${found.role}, mais il appartient à ${found.known}. Donnez le même rôle aux deux.`,
  anchor_unknown: ({ key, page }) =>
    `La page ${page} contient l’emplacement {{${key}}}, mais il n’y a pas de champ ${key}. Ajoutez ce champ, ou retirez l’emplacement.`,
  asked_now: () =>
    'Votre choix a ajouté cette question. Répondez-y ou laissez-la vide, puis appuyez de nouveau sur le bouton.',
  base64: () => 'Donnez les octets du fichier en base64.',
  import_without_file: () =>
    'Seuls les champs d’un fichier de la même requête peuvent être repris. Envoyez aussi le fichier, ou omettez ce membre.',
  pdf_active: () =>
    'Ce PDF exécute des scripts, lance des programmes, envoie des données ou contient d’autres fichiers. Imprimez-le dans un nouveau PDF et envoyez celui-ci.',
  pdf_altered: ({ page }) =>
    `${page === null ? 'Une page' : `La page ${page}`} de ce PDF aurait un autre aspect une fois signée. Imprimez-le dans un nouveau PDF et envoyez celui-ci.`,
  pdf_damaged: ({ page }) =>
    `Ce PDF est endommagé${page === null ? '' : ` (page ${page})`}. Ouvrez-le dans le programme qui l’a créé, enregistrez-le de nouveau et envoyez ce fichier.`,
  pdf_empty: () => 'Ce PDF n’a aucune page. Envoyez-en un qui a au moins une page.',
  pdf_forbidden: () => 'L’auteur de ce PDF en a interdit la modification. Envoyez un PDF sans cette protection.',
  pdf_heavy: () => 'Ce PDF demande trop de temps ou de mémoire. Imprimez-le dans un nouveau PDF et envoyez celui-ci.',
  pdf_not: () => 'Ce n’est pas un PDF. Envoyez un fichier qui commence par %PDF.',
  pdf_page_size: ({ page }) =>
    `${page === null ? 'Une page' : `La page ${page}`} est trop petite, trop grande ou trop étroite pour être signée. Envoyez le PDF dans un autre format de page.`,
  pdf_pages: ({ most }) => `Ce PDF a plus de ${most} pages. Divisez-le.`,
  pdf_password: () => 'Ce PDF demande un mot de passe. Envoyez un PDF qui s’ouvre sans mot de passe.',
  pdf_signed: () =>
    'Ce PDF est déjà signé, et le remplir romprait cette signature. Envoyez le PDF tel qu’il était avant d’être signé.',
  pdf_size: ({ megabytes }) => `Le fichier dépasse ${megabytes} Mio. Envoyez-en un plus petit.`,
  pdf_truncated: () => 'La fin de ce PDF manque. Envoyez le fichier complet.',
  pdf_xfa: () =>
    'Ce PDF est un formulaire XFA, que la plupart des lecteurs ne peuvent afficher. Imprimez-le dans un nouveau PDF et envoyez celui-ci.',
  place_incomplete: ({ name }) => `Donnez ${name} : la place d’un champ exige page, x, y, width et height.`,
  place_off_page: ({ side }) =>
    side === 'right'
      ? 'Le champ dépasse le bord droit de la page. La somme de x et de width doit être au plus 1.'
      : 'Le champ dépasse le bas de la page. La somme de y et de height doit être au plus 1.',
  place_page: ({ pages }) => (pages === 1 ? 'Le PDF a 1 page.' : `Le PDF a ${pages} pages, comptées à partir de 1.`),
  place_small: ({ least }) =>
    `Le champ est trop petit pour être vu sur la page. Donnez à chaque côté au moins ${least} points (72 points font un pouce).`,
  place_taken: (found) => `À la page ${found.page}, ${found.key} recouvre ${found.other}. Déplacez l’un des deux.`,
  place_without_pdf: () =>
    'Seuls les champs d’un PDF ont une place sur une page. Dans un texte, écrivez {{key}} à l’endroit du champ.',
  source_and_file: () => 'Donnez un texte ou un fichier, pas les deux.',
  tag_comma: () => 'Écrivez une étiquette sans virgule : les virgules séparent les étiquettes.',
  source_missing: () => 'Donnez un texte dans source, ou un PDF dans file_upload.',
}
