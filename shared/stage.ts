/** The stages of a declaration, in their order. The silence procedure will stand between Consolidation and Final. */
export const STAGES = ['drafting', 'consolidation', 'final', 'closed'] as const
export type Stage = (typeof STAGES)[number]

/**
 * Where the secretariat may move from here: forward one step, or back from consolidation to drafting. A final
 * text never opens again; a correction is a new declaration text with endorsements of its own (rule E2).
 */
export const NEXT_STAGES: Readonly<Record<Stage, readonly Stage[]>> = {
  drafting: ['consolidation'],
  consolidation: ['drafting', 'final'],
  final: ['closed'],
  closed: [],
}
