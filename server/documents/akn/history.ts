import type { Act } from '../../../shared/act.ts'
import type { Conference } from '../../../shared/api.ts'
import { voiceOf } from '../../../shared/delegation.ts'
import type { LabelLanguage } from '../../../shared/document.ts'
import { SECRETARIAT } from '../../../shared/ids.ts'
import { agentOf, organization, roleId, roleReference } from './actors.ts'
import { type Element, element } from './element.ts'
import { EDITOR, type Reference } from './meta.ts'
import type { Ids } from './naming.ts'

/** The history of a document from the acts: what changed its words is its lifecycle, and each official step its workflow. */

export const ORIGINAL = 'original'

/** What made the text, and what changed it; the last is what this expression comes from. */
export function lifecycle(acts: readonly Act[], { id, ref }: Ids): Element {
  const events = acts.flatMap((act): { act: Act; source: string }[] => {
    if (act.kind === 'declaration laid') return [{ act, source: ORIGINAL }]
    return movesText(act) ? [{ act, source: act.amendment }] : []
  })
  return element(
    'lifecycle',
    { source: ref(EDITOR) },
    events.map(({ act, source }, index) =>
      element('eventRef', {
        eId: id(`event-${act.act}`),
        date: act.at,
        source: ref(source),
        type: index === 0 ? 'generation' : 'amendment',
        originatingExpression: index === events.length - 1 ? 'true' : undefined,
      }),
    ),
  )
}

/** The acts that brought words into the text, or took some out. */
export const movesText = (
  act: Act,
): act is Extract<Act, { kind: 'amendment accepted' | 'consolidation adopted' | 'text restored' }> =>
  act.kind === 'amendment accepted' || act.kind === 'consolidation adopted' || act.kind === 'text restored'

/** Steps of the procedure. What was said about it (comments, positions, names put to wordings) is no step. */
const STEPS: ReadonlySet<Act['kind']> = new Set<Act['kind']>([
  ...(['declaration laid', 'amendment tabled', 'amendment restated', 'amendment withdrawn'] as const),
  ...(['amendment accepted', 'amendment rejected', 'consolidation adopted', 'text restored'] as const),
  ...(['clause marked', 'clause confirmed', 'version issued', 'stage moved', 'silence opened'] as const),
  ...(['silence extended', 'silence broken', 'silence cancelled', 'text adopted'] as const),
  ...([
    'language version laid',
    'endorsement opened',
    'text endorsed',
    'endorsement withdrawn',
    'addendum closed',
  ] as const),
])

const stepsIn = (acts: readonly Act[]): Act[] => acts.filter(({ kind }) => STEPS.has(kind))

/** Null where there is none. */
export function workflow(acts: readonly Act[], { id, ref }: Ids): Element | null {
  const steps = stepsIn(acts)
  if (steps.length === 0) return null
  return element(
    'workflow',
    { source: ref(EDITOR) },
    steps.map(({ act, at, by, kind }) =>
      element('step', {
        eId: id(`step-${act}`),
        date: at,
        by: ref(agentOf(by)),
        as: ref(roleId(by.role)),
        refersTo: ref(conceptId(kind)),
      }),
    ),
  )
}

const conceptId = (kind: Act['kind']): string => `act-${kind.replaceAll(' ', '-')}`

/** Whom and what the steps refer to. */
export const stepReferences = (
  acts: readonly Act[],
  conference: Conference,
  language: LabelLanguage,
): Reference[] =>
  stepsIn(acts).flatMap(({ kind, by }): Reference[] => [
    organization(voiceOf(by) ?? SECRETARIAT, conference, language),
    roleReference(by.role, language),
    { is: 'TLCConcept', id: conceptId(kind), showAs: kind },
  ])
