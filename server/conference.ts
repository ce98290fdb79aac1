import { z } from 'zod'
import type { Conference, Delegation } from '../shared/api.ts'
import { CHAIR, DELEGATION_CODE, SECRETARIAT } from '../shared/ids.ts'

/** The meeting, from the list of States as data. All States that were members in 2009 were invited. */
export function conferenceOf(states: unknown, demonstration: boolean): Conference {
  const delegations = States.parse(states).map(({ alpha2, alpha3, names, member2009 }) => ({
    code: alpha3,
    alpha2,
    names,
    invited: member2009,
  }))
  return { ...MEETING, demonstration, delegations: [...delegations, ...DESK], groups: [] }
}

const States = z.array(
  z.object({
    alpha2: z.string().length(2),
    alpha3: z.string().regex(DELEGATION_CODE),
    names: z.record(z.string(), z.string()),
    member2009: z.boolean(),
  }),
)

const MEETING = {
  names: {
    en: 'INTERPOL–United Nations Ministerial Meeting',
    fr: 'Réunion ministérielle INTERPOL-Nations Unies',
    es: 'Reunión ministerial INTERPOL-Naciones Unidas',
    ar: 'الاجتماع الوزاري المشترك بين الإنتربول والأمم المتحدة',
    ru: 'Встреча министров Интерпола и Организации Объединенных Наций',
    zh: '国际刑警组织和联合国部长级会议',
  },
  place: 'Singapore',
  date: '2009-10-12',
}

const DESK: readonly Delegation[] = [
  {
    code: SECRETARIAT,
    alpha2: null,
    invited: false,
    names: {
      en: 'Secretariat',
      fr: 'Secrétariat',
      es: 'Secretaría',
      ar: 'الأمانة',
      ru: 'Секретариат',
      zh: '秘书处',
    },
  },
  {
    code: CHAIR,
    alpha2: null,
    invited: false,
    names: {
      en: 'Chair',
      fr: 'Présidence',
      es: 'Presidencia',
      ar: 'الرئاسة',
      ru: 'Председатель',
      zh: '主席',
    },
  },
]
