/**
 * Opening verbs whose order of strength is known, the weakest first; verbs of one row bind alike. Only what
 * negotiators agree on stands here: of two verbs that share no scale nobody is told which is the stronger.
 */
export type Scale = readonly (readonly string[])[]

const EN: readonly Scale[] = [
  [
    ['Invites', 'Inviting'],
    ['Encourages', 'Encouraging'],
    ['Recommends', 'Recommending'],
    ['Calls upon', 'Calling upon', 'Calls on', 'Calling on', 'Appeals to', 'Appealing to'],
    ['Urges', 'Urging', 'Exhorts', 'Exhorting'],
    ['Strongly urges', 'Strongly urging'],
    ['Demands', 'Demanding'],
  ],
  [
    ['Notes', 'Noting', 'Takes note', 'Taking note'],
    ['Notes with appreciation', 'Noting with appreciation', 'Takes note with appreciation'],
    ['Welcomes', 'Welcoming'],
    ['Endorses', 'Endorsing'],
  ],
  [
    ['Notes', 'Noting'],
    ['Recognizes', 'Recognizing', 'Acknowledges', 'Acknowledging'],
    ['Stresses', 'Stressing', 'Emphasizes', 'Emphasizing', 'Underlines', 'Underlining'],
  ],
  [
    ['Recalls', 'Recalling'],
    ['Affirms', 'Affirming', 'Reaffirms', 'Reaffirming'],
  ],
  [
    ['Concerned', 'Expresses concern', 'Expressing concern', 'Notes with concern', 'Noting with concern'],
    ['Deeply concerned', 'Gravely concerned', 'Expresses deep concern', 'Expresses grave concern', 'Alarmed'],
    ['Deplores', 'Deploring'],
    ['Condemns', 'Condemning'],
    ['Strongly condemns', 'Strongly condemning'],
  ],
]

const FR: readonly Scale[] = [
  [
    ['Invite', 'Invitant', 'Invitons'],
    ['Encourage', 'Encourageant', 'Encourageons'],
    ['Recommande', 'Recommandant', 'Recommandons'],
    ['Demande à', 'Demandant à', 'Demandons à', 'Appelle', 'Appelant', 'Appelons', 'Engage', 'Engageant'],
    ['Demande instamment', 'Demandons instamment', 'Engage instamment', 'Exhorte', 'Exhortant', 'Exhortons'],
    ['Exige', 'Exigeant', 'Exigeons'],
  ],
  [
    ['Note', 'Notant', 'Notons', 'Prend note', 'Prenant note', 'Prenons note'],
    ['Note avec satisfaction', 'Notant avec satisfaction', 'Prend note avec satisfaction'],
    ['Se félicite', 'Se félicitant', 'Nous félicitons', 'Accueille avec satisfaction'],
    ['Approuve', 'Approuvant', 'Approuvons', 'Fait sien', 'Fait siennes', 'Fait sienne'],
  ],
  [
    ['Note', 'Notant', 'Notons'],
    ['Reconnaît', 'Reconnaissant', 'Reconnaissons'],
    ['Souligne', 'Soulignant', 'Soulignons', 'Insiste', 'Insistant'],
  ],
  [
    ['Rappelle', 'Rappelant', 'Rappelons'],
    ['Affirme', 'Affirmant', 'Affirmons', 'Réaffirme', 'Réaffirmant', 'Réaffirmons'],
  ],
  [
    ['Préoccupé', 'Préoccupée', 'Préoccupés', 'Préoccupées', 'Note avec préoccupation'],
    ['Profondément préoccupé', 'Profondément préoccupée', 'Profondément préoccupés', 'Vivement préoccupé'],
    ['Déplore', 'Déplorant', 'Déplorons'],
    ['Condamne', 'Condamnant', 'Condamnons'],
    ['Condamne énergiquement', 'Condamnant énergiquement', 'Condamne fermement'],
  ],
]

export const SCALES: Readonly<{ [language: string]: readonly Scale[] }> = { en: EN, fr: FR }
