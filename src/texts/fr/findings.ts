import type { findings as english } from '../en/findings.ts'

export const findings: typeof english = {
  answered: ({ text }) => `la réponse a été : ${text}`,
  counts_alone: () => 'non défini : chaque processus compte ses propres requêtes',
  clock_skew: ({ milliseconds }) => `diffère de ${milliseconds} ms de l’horloge de la base de données`,
  database_answers: ({ version }) => `PostgreSQL ${version} répond et garde les sessions`,
  database_rests: () => 'la base embarquée ne tourne pas, doctor ne l’a donc pas essayée',
  disk_free: ({ megabytes, home }) => `${megabytes} Mo libres pour ${home}`,
  ends_at: ({ at }) => `prend fin le ${at}`,
  jobs_failed: ({ count }) => `${count} en échec définitif ou ${count < 2 ? 'mise' : 'mises'} de côté`,
  jobs_well: () => 'aucune en échec définitif',
  key_missing: () => 'est absente',
  key_none_yet: () => 'aucune pour l’instant',
  key_other: () => 'n’est pas la clé de la base de données',
  key_readable: () => 'd’autres utilisateurs de cette machine peuvent lire son fichier',
  key_right: () => 'est la clé de la base de données',
  mail_kept: () => 'non défini : les e-mails restent dans la boîte d’envoi du serveur',
  mail_works: () => 'le serveur de messagerie accepte notre connexion',
  migrations_wait: ({ count }) => `${count} pas encore ${count < 2 ? 'appliquée' : 'appliquées'}`,
  no_public_url: () => 'non défini : les liens des e-mails mènent à localhost',
  office_answers: () => 'LibreOffice répond, mais partage le réseau de ce serveur : unshare n’est pas permis',
  office_answers_alone: () => 'LibreOffice répond, dans un réseau vide à lui',
  proxies_all: () => 'chaque adresse est un proxy de confiance : tout client peut se donner n’importe quelle adresse',
  proxy_answers: () => 'le proxy répond',
  redis_answers: () => 'Redis répond',
  seal_ends: ({ at }) => `le premier de ses certificats prend fin le ${at}`,
  seal_fails: ({ text }) => `rien ne peut être scellé pour l’instant : ${text}`,
  seal_none: () => 'aucun certificat pour l’instant : le premier est créé à la publication d’un accord',
  seal_waits: ({ count }) =>
    count === 1
      ? 'un accord signé attend son sceau depuis plus de cinq minutes'
      : `${count} accords signés attendent leur sceau depuis plus de cinq minutes`,
  superuser: () => 'son utilisateur est un superutilisateur, qui échappe à la sécurité par ligne',
  tenants_work: () => 'se lisent et s’écrivent',
  witness_answers: ({ name }) => `${name} répond`,
  witness_silent: ({ name, text }) =>
    `le témoin ${name} ne répond pas, et les documents attendent sa signature : ${text}`,
}
