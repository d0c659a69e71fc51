import type { findings as english } from '../en/findings.ts'

export const findings: typeof english = {
  answered: ({ text }) => `la réponse a été : ${text}`,
  counts_alone: () => 'non défini : chaque processus compte pour lui-même',
  clock_skew: ({ milliseconds }) => `à ${milliseconds} ms de celle de la base de données`,
  database_answers: ({ version }) => `PostgreSQL ${version} répond et garde une session`,
  database_rests: () => 'celle qui est embarquée ne tourne pas en ce moment ; rien n’en a été essayé',
  disk_free: ({ megabytes, home }) => `${megabytes} Mo libres pour ${home}`,
  ends_at: ({ at }) => `prend fin le ${at}`,
  jobs_failed: ({ count }) => `${count} en échec définitif ou ${count < 2 ? 'mise' : 'mises'} de côté`,
  jobs_well: () => 'aucune en échec définitif',
  key_missing: () => 'est absente',
  key_none_yet: () => 'aucune pour l’instant',
  key_other: () => 'n’est pas celle de la base de données',
  key_readable: () => 'd’autres peuvent lire son fichier',
  key_right: () => 'est celle de la base de données',
  mail_kept: () => 'non défini : les messages restent dans le dossier du serveur',
  mail_works: () => 'le serveur de courrier nous laisse entrer',
  migrations_wait: ({ count }) => `${count} pas encore ${count < 2 ? 'appliquée' : 'appliquées'}`,
  no_public_url: () => 'non défini : les liens des messages mènent à localhost',
  office_answers: () => 'LibreOffice répond, dans le réseau de ce serveur : unshare n’est pas permis',
  office_answers_alone: () => 'LibreOffice répond, dans un réseau à lui où il n’y a personne',
  proxies_all: () => 'tout le monde est un proxy de confiance : n’importe qui peut se donner n’importe quelle adresse',
  proxy_answers: () => 'le proxy répond',
  redis_answers: () => 'Redis répond',
  seal_ends: ({ at }) => `son premier certificat prend fin le ${at}`,
  seal_fails: ({ text }) => `rien ne peut être scellé pour l’instant : ${text}`,
  seal_none: () => 'aucun certificat pour l’instant : le premier est créé à la publication d’un contrat',
  seal_waits: ({ count }) =>
    count === 1
      ? 'un contrat signé attend son sceau depuis plus de cinq minutes'
      : `${count} contrats signés attendent leur sceau depuis plus de cinq minutes`,
  superuser: () => 'son utilisateur est un superutilisateur, au-dessus de la sécurité par ligne',
  tenants_work: () => 'se lisent et s’écrivent',
  witness_answers: ({ name }) => `${name} répond`,
  witness_silent: ({ name, text }) => `le témoin ${name} ne répond pas, et les documents l’attendent : ${text}`,
}
