import type { refusals as english } from './en.refusals.ts'
import { type Sentences, speaking } from './sentence.ts'

const STAGES: Readonly<{ [stage: string]: string }> = {
  drafting: 'Rédaction',
  consolidation: 'Mise au net',
  silence: 'Approbation tacite',
  final: 'Approbation',
  closed: 'Clos',
}

const sentences: Sentences = {
  network: 'Le serveur est injoignable. Vérifiez la connexion et réessayez ; rien n’a été envoyé deux fois.',
  'device/dropped': 'L’appareil n’a utilisé aucune clé d’accès. Réessayez, ou ouvrez votre lien d’accès.',
  'device/has-one': 'Cet appareil a déjà une clé d’accès pour cela : il n’en faut pas d’autre.',
  'device/elsewhere':
    'Les clés d’accès ne servent qu’à l’adresse propre de la réunion. Ouvrez-la à cette adresse.',
  'request/malformed': 'Le serveur n’a pas pu lire cette demande. Rechargez la page et réessayez.',
  'request/invalid': ({ path }) =>
    path
      ? `Le champ « ${path} » n’est pas rempli comme il doit l’être.`
      : 'Il manque quelque chose, ou un champ n’est pas rempli comme il doit l’être.',
  'request/too-large':
    'C’est trop long pour être reçu en une fois. Raccourcissez, ou envoyez en plusieurs parties.',
  'request/too-many':
    'Trop de demandes sont venues d’ici en peu de temps. Attendez une minute, puis réessayez.',
  'request/not-found': 'Il n’y a rien à cette adresse.',
  'request/method': 'Le serveur ne fait pas cela. Rechargez la page pour en avoir la dernière version.',
  'request/foreign-origin':
    'Cette demande venait d’un autre site et a été refusée. Ouvrez la réunion à sa propre adresse.',
  'session/none':
    'Vous n’êtes pas connecté ici. Rouvrez votre lien d’accès, ou demandez-en un nouveau au secrétariat.',
  'session/capacity-not-held':
    'Ce navigateur n’est pas connecté à ce titre. Ouvrez le lien d’accès qui a été établi pour lui.',
  'code/unknown': 'Ce lien d’accès est inconnu. Vérifiez que l’adresse a été copiée en entier.',
  'code/used':
    'Ce lien d’accès a déjà servi. Chaque lien ne s’ouvre qu’une fois : demandez-en un nouveau au secrétariat.',
  'code/expired': 'Ce lien d’accès a expiré. Demandez-en un nouveau au secrétariat.',
  'passkey/unknown':
    'Cette clé d’accès est inconnue ici ou a été supprimée. Ouvrez votre lien d’accès, ou demandez-en un nouveau au secrétariat.',
  'passkey/not-proved':
    'La clé d’accès n’a pas pu être vérifiée. Réessayez et déverrouillez-la avec le doigt, le visage ou le code.',
  'passkey/expired': 'Le délai est écoulé. Réessayez.',
  'passkey/too-many':
    'Vous avez autant de clés d’accès qu’une personne peut en avoir. Supprimez-en une qui ne sert plus.',
  'capacity/revoked': 'Cette accréditation a été retirée. Si c’est une erreur, adressez-vous au secrétariat.',
  'capacity/not-yet':
    'Cette accréditation n’est pas encore valable. Demandez au secrétariat à partir de quand elle l’est.',
  'capacity/expired': 'Cette accréditation a pris fin. Demandez au secrétariat de la renouveler.',
  'policy/role': 'Votre rôle ne permet pas cela.',
  'policy/stage': ({ stage }) =>
    stage
      ? `Cela ne peut se faire à l’étape « ${STAGES[stage] ?? stage} ».`
      : 'Cela ne peut se faire à l’étape actuelle.',
  'declaration/unknown': 'Cette déclaration n’existe pas, ou vous ne pouvez pas la voir.',
  'declaration/exists': 'Une déclaration porte déjà ce nom. Choisissez une autre cote.',
  'draft/unknown': 'Ce projet n’existe plus : il a été déposé ou abandonné.',
  'draft/not-a-member': 'Seules les délégations qui rédigent ce projet peuvent faire cela.',
  'draft/too-many':
    'Votre délégation a autant de projets ouverts qu’elle peut en avoir. Déposez-en ou abandonnez-en un d’abord.',
  'draft/empty': 'Le projet ne change encore rien : il n’y a rien à déposer.',
  'draft/of-sub':
    'Un sous-amendement ne porte pas sur le texte lui-même. Partez de l’amendement qu’il amende.',
  'draft/behind':
    'Le texte a avancé pendant l’absence de ce projet. Attendez qu’il soit à jour, puis réessayez.',
  'amendment/unknown': 'Cet amendement n’existe pas.',
  'amendment/not-yours': 'Seule la délégation qui parraine l’amendement peut faire cela.',
  'amendment/not-pending': 'Cet amendement a entre-temps été tranché ou retiré.',
  'amendment/overtaken':
    'Les mots que cet amendement modifie ont disparu du texte : il ne reste rien à accepter.',
  'amendment/other-wording':
    'Le libellé a changé entre-temps. Lisez le nouveau avant d’y apposer le nom de votre délégation.',
  'amendment/same-words': 'Ce sont exactement les mots déjà déposés.',
  'amendment/own': 'Une délégation ne prend pas position sur un amendement qu’elle parraine.',
  'amendment/not-withdrawn': 'Il n’est pas retiré : il n’y a rien à reprendre.',
  'amendment/taken-up': 'Une autre délégation l’a déjà repris.',
  'amendment/carried':
    'Ses mots sont déjà dans le texte : un autre amendement qui dit la même chose a été accepté. Il peut être rejeté ou retiré.',
  'amendment/not-rivals':
    'Un amendement ne peut être ordonné ou lié par rapport à lui-même, ni nommé deux fois.',
  'compromise/parents': 'Un compromis part d’au moins deux amendements encore en attente.',
  'compromise/not-asked': 'Seuls les auteurs des amendements qu’il remplacerait sont consultés.',
  'group/unknown': 'Il n’y a pas de tel groupe à cette réunion.',
  'group/not-a-member': 'Votre délégation n’est pas membre de ce groupe.',
  'group/code-taken': 'Ce code est celui d’un État ou du bureau. Choisissez-en un autre.',
  'group/not-involved': 'Le groupe n’a rien dit de cet amendement dont un membre puisse se dissocier.',
  'amendment/sub':
    'Un sous-amendement ne peut pas être amendé à son tour. Proposez un autre amendement aux mêmes mots.',
  'amendment/no-sub': 'Ceci n’amende pas un amendement en attente.',
  'amendment/sub-first':
    'Les sous-amendements sont tranchés avant l’amendement qu’ils modifient. Tranchez-les d’abord.',
  'amendment/base-replaced':
    'L’amendement a un nouveau libellé, et ces mots s’appuient sur l’ancien. Repartez du nouveau.',
  'thread/unknown': 'Ce commentaire n’existe pas.',
  'thread/resolved': 'Cette discussion est close. Rouvrez-la pour répondre.',
  'note/unknown': 'Cette note n’existe pas.',
  'note/too-many': ({ most }) =>
    `Votre délégation garde déjà ${most} notes ici. Supprimez celles dont elle n’a plus besoin.`,
  'clause/unknown': 'Cet alinéa n’existe pas dans le texte.',
  'clause/not-awaited': 'Votre capitale n’est pas attendue sur cet alinéa.',
  'clause/other-words': 'Les mots de l’alinéa ont changé entre-temps. Relisez-les avant de confirmer.',
  'act/unknown': 'Cet acte public n’existe pas.',
  'ledger/size': 'Le registre des actes n’est pas aussi long.',
  'version/unknown': 'Cette version n’existe pas.',
  'version/same-words': 'Le texte se lit déjà comme cette version.',
  'version/damaged':
    'Cette version ne peut pas être montrée : ce qui en est conservé ne correspond pas à son empreinte. Prévenez le secrétariat ; le dossier que d’autres ont enregistré la contient encore.',
  'version/symbol-taken': 'Une autre version porte déjà cette cote. Choisissez la suivante.',
  'stage/not-next': 'La déclaration ne peut pas passer à cette étape depuis l’étape actuelle.',
  'silence/deadline': 'L’échéance doit être à venir, dans l’année, et postérieure à celle déjà donnée.',
  'silence/words-moved':
    'Le texte a changé depuis la dernière version. Donnez une cote à ce qui est figé maintenant.',
  'silence/other-version':
    'Une autre version est désormais devant les délégations. Relisez-la avant de répondre.',
  'delegation/unknown': 'Cette délégation ne participe pas à la réunion.',
  'language/authentic': 'C’est la langue du texte qui fait foi. Choisissez-en une autre.',
  'language/clauses': ({ clauses }) =>
    `Le texte final compte ${clauses} alinéas ; chacun doit avoir ses mots dans cette langue.`,
  'language/unknown': 'Le texte final n’a pas été déposé dans cette langue.',
  'language/too-late': 'L’approbation a été ouverte : ce qu’on lit à côté du texte ne change plus.',
  'endorsement/other-text':
    'Le texte qui vous a été montré n’est pas le texte final. Rechargez la page et relisez-le avant de l’approuver.',
  'endorsement/already': ({ name }) =>
    name
      ? `Votre État a déjà approuvé ce texte : ${name} a signé en son nom.`
      : 'Votre État a déjà approuvé ce texte.',
  'endorsement/not-open': 'L’approbation n’est pas ouverte. C’est le secrétariat qui l’ouvre.',
  'endorsement/open': 'L’approbation est déjà ouverte.',
  'endorsement/closed': 'L’approbation est close. Les retardataires demandent un additif au secrétariat.',
  'endorsement/nobody-listed':
    'Aucune liste de signataires n’est encore publiée. Accréditez d’abord des signataires.',
  'endorsement/not-listed':
    'La liste publiée des signataires ne contient pas cette clé. Demandez au secrétariat de la confirmer.',
  'endorsement/not-yours':
    'Cette signature est celle d’un autre État ou d’une autre qualité. Rien n’a été consigné.',
  'endorsement/none': 'Votre État n’a pas d’approbation de ce texte à retirer.',
  'endorsement/expired':
    'La signature a pris trop de temps, ou le dossier a avancé depuis. Rien n’a été consigné : signez encore une fois.',
  'endorsement/replayed': 'Cette même signature figure déjà au dossier. Signez encore une fois.',
  'signature/not-proved':
    'La signature n’a pas pu être vérifiée et rien n’a été consigné. Réessayez, et déverrouillez l’appareil avec le doigt, le visage ou le code.',
  'signature/none-waiting': 'Cette clé n’attend plus de confirmation.',
  'paper/unknown': 'Ce document signé n’attend plus de confirmation.',
  'paper/same-person':
    'Un document signé est confirmé par un autre membre du secrétariat que celui qui l’a consigné.',
  'document/nothing': 'Rien de tel n’a encore été dit : il n’y a rien à enregistrer.',
  'document/no-such-form': 'Ce document n’existe pas dans ce format.',
  'document/too-long': 'Ce document demandait trop de temps et a été abandonné. Réessayez dans un instant.',
  'document/too-many': 'Beaucoup de documents sont en préparation. Réessayez dans un instant.',
  'document/not-awaited': 'Plus personne n’attendait ce document : il n’a pas été établi.',
  'document/failed':
    'Ce document n’a pas pu être fait. Réessayez ; si l’échec se répète, prévenez le secrétariat.',
  'document/not-akn':
    'Ce n’est pas un texte en Akoma Ntoso. Choisissez un fichier XML de ce genre, ou un fichier Word.',
  'document/not-word': 'Ce n’est pas un fichier Word (.docx).',
  'document/locked':
    'Ce fichier a un mot de passe ou vient d’un Word antérieur à 2007. Enregistrez-le en .docx, sans mot de passe.',
  'document/damaged': 'Ce fichier est endommagé. Enregistrez-le à nouveau dans Word.',
  'document/unsafe': 'Ce fichier fait appel à d’autres fichiers et n’a pas été lu.',
  'document/macros': 'Ce fichier contient des macros. Enregistrez-le en .docx, sans elles.',
  'document/too-much': 'Ce fichier contient plus que ne peut être une déclaration.',
  'document/not-ours':
    'Ce fichier n’a pas été émis ici. Prenez le texte dans « Documents » et travaillez dans celui-là.',
  'document/other-declaration': 'Ce fichier est celui d’une autre déclaration. Envoyez-le depuis celle-ci.',
  'document/no-text': 'Ce fichier est une liste. Travaillez dans le texte ou la compilation.',
  'document/undated':
    'Les dates des modifications ont été supprimées de ce fichier : vos modifications s’y confondent avec celles des autres. Enregistrez-le sans supprimer les informations personnelles.',
  'document/no-words': 'Aucun mot n’a été trouvé dans ce fichier.',
  'update/read-only': 'Ces mots ne peuvent pas être modifiés ici.',
  'update/foreign-pen': 'Ces changements ont été faits sous un autre nom et n’ont pas été reçus.',
  'update/pending': 'Des changements antérieurs manquaient : ceux-ci n’ont pas été reçus.',
  'update/not-allowed': 'Ce genre de changement ne peut pas être apporté au texte.',
  'update/too-large': 'Ce changement est trop long pour être reçu en une fois. Procédez par parties.',
  'server/disk':
    'Le serveur ne peut pas écrire sur son disque : rien n’a été consigné. Prévenez le secrétariat.',
  'server/stopping': 'Le serveur redémarre. Réessayez dans un instant.',
  'server/fault':
    'Une erreur s’est produite sur le serveur. Réessayez ; si elle persiste, prévenez le secrétariat.',
}

export const refusals: typeof english = { sentence: speaking(sentences) }
