import type { ConsentText } from './consent-texts.ts'

/** The consent texts in French. A version never changes: new words get a new version. */
export const frenchTexts: readonly ConsentText[] = [
  {
    kind: 'background_check',
    version: 'background_check/2026-03',
    locale: 'fr',
    pages: [
      // FCRA 604(b)(2)(A)(i): the disclosure stands alone. Put nothing else on this page.
      {
        title: 'Information sur une enquête d’antécédents',
        paragraphs: [
          '{{organization}} peut obtenir un rapport de consommateur (consumer report) à votre sujet, auprès d’une agence spécialisée (consumer reporting agency), à des fins d’emploi.',
          'Un tel rapport peut contenir des renseignements sur votre identité, votre casier judiciaire, votre dossier de conduite, votre caractère et votre réputation générale.',
        ],
      },
      {
        title: 'Autorisation d’une enquête d’antécédents',
        paragraphs: [
          'J’ai lu l’information sur une enquête d’antécédents et j’ai pu en garder une copie.',
          'J’autorise {{organization}} à obtenir le rapport de consommateur qui y est décrit, et j’autorise les tribunaux, administrations et autres détenteurs de dossiers à donner les renseignements nécessaires.',
          'J’ai reçu le résumé de mes droits selon le Fair Credit Reporting Act. Je sais que je peux demander une copie d’un rapport à mon sujet, contester ce qui y est faux, et retirer cette autorisation pour les contrôles qui ne sont pas terminés.',
        ],
      },
    ],
    statement: 'J’ai lu l’information, et j’autorise cette enquête d’antécédents.',
  },
  {
    kind: 'driving_record',
    version: 'driving_record/2026-03',
    locale: 'fr',
    pages: [
      {
        title: 'Communication du dossier de conduite',
        paragraphs: [
          '{{organization}} demande votre dossier de conduite à l’administration de l’État qui a délivré votre permis.',
          'J’accepte que l’administration communique mon dossier de conduite, avec les données personnelles qu’il contient, à {{organization}} et au prestataire qui l’obtient pour {{organization}}, à cette seule fin.',
        ],
      },
    ],
    statement: 'J’accepte la communication de mon dossier de conduite.',
  },
  {
    kind: 'drug_test',
    version: 'drug_test/2026-03',
    locale: 'fr',
    pages: [
      {
        title: 'Consentement à un test de dépistage de drogues',
        paragraphs: [
          '{{organization}} vous demande de donner un échantillon d’urine, dans lequel un laboratoire recherche les drogues du test qui vous a été indiqué.',
          'J’accepte de donner l’échantillon, j’accepte le test, et j’accepte que le résultat soit communiqué à {{organization}}. Un résultat positif est examiné par un médecin, qui peut d’abord m’appeler, et je peux expliquer les médicaments que je prends.',
        ],
      },
    ],
    statement: 'J’accepte le test de dépistage et la communication de son résultat.',
  },
  {
    kind: 'biometrics',
    version: 'biometrics/2026-03',
    locale: 'fr',
    pages: [
      {
        title: 'Consentement à l’utilisation de données biométriques',
        paragraphs: [
          'Pour confirmer qui vous êtes, le prestataire d’identité compare une image de votre visage avec celle de votre pièce d’identité, et mesure pour cela votre visage.',
          'J’accepte que ces mesures soient faites et utilisées pour cette seule comparaison. Elles ne sont pas vendues, et elles sont détruites quand la comparaison n’est plus nécessaire, au plus tard quand ma vérification est supprimée.',
        ],
      },
    ],
    statement: 'J’accepte l’utilisation de mes données biométriques pour confirmer mon identité.',
  },
  {
    kind: 'electronic_records',
    version: 'electronic_records/2026-03',
    locale: 'fr',
    pages: [
      // ESIGN, 15 U.S.C. 7001(c)(1)(B) and (C): paper copies, withdrawal, scope, changes of address, and technical
      // needs.
      {
        title: 'Consentement aux documents et signatures électroniques',
        paragraphs: [
          'Vous pouvez recevoir ces documents sur papier : demandez-les à {{organization}}, qui vous indique tout frais avant de les envoyer.',
          'Vous pouvez retirer ce consentement à tout moment en le disant à {{organization}}. Ce qui a été fait auparavant reste valable ; ce qui n’était pas terminé continue alors sur papier, ou prend fin.',
          'Ce consentement couvre le document devant vous et les avis qui en font partie. Prévenez {{organization}} quand votre adresse e-mail change, afin que les documents vous parviennent toujours.',
          'Pour lire et garder les documents, il vous faut un appareil avec un navigateur actuel, un programme qui affiche les fichiers PDF, et une adresse e-mail. Si ces besoins changent, {{organization}} vous le dit, et vous pouvez retirer votre consentement sans frais.',
          'J’ai pu ouvrir cette page ; je peux donc lire des documents sous cette forme, et j’accepte d’utiliser des documents et signatures électroniques.',
        ],
      },
    ],
    statement: 'J’accepte d’utiliser des documents et signatures électroniques.',
  },
]
