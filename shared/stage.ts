/** The stages of a declaration, in their order. */
export const STAGES = ['drafting', 'consolidation', 'silence', 'final', 'closed'] as const
export type Stage = (typeof STAGES)[number]

/**
 * Where the secretariat may move from here: forward one step, or back from consolidation to drafting. A silence
 * procedure is opened, and ends, by acts of its own (`silence.ts`). A final text never opens again; a correction is a
 * new declaration text with endorsements of its own (rule E2).
 */
export const NEXT_STAGES: Readonly<Record<Stage, readonly Stage[]>> = {
  drafting: ['consolidation'],
  consolidation: ['drafting', 'final'],
  silence: [],
  final: ['closed'],
  closed: [],
}
