import { useCallback } from 'react'
import type { Step } from '../../editor/steps.ts'
import { useMessages } from '../../i18n.tsx'
import { useFloor } from '../floor.tsx'

/** So much of what was written names the step. */
const EXCERPT = 32

/** A step of the undo history as a person says it: "“danger” written (Clause 3)". */
export function useStepWords(): (step: Step) => string {
  const { hands } = useMessages()
  const { nameOf, labels } = useFloor()
  return useCallback(
    ({ clause, typed, deleted, isClause, isMove }) => {
      const { step } = hands
      const [was, now] = [short(deleted), short(typed)]
      const what = () => {
        if (isMove) return step.move
        if (isClause) return step.clause
        if (was && now) return step.replaced(was, now)
        return now ? step.typed(now) : step.deleted(was)
      }
      return clause in labels ? step.where(what(), nameOf(clause)) : what()
    },
    [hands, nameOf, labels],
  )
}

function short(words: string): string {
  const line = words.replaceAll(/\s+/g, ' ').trim()
  return line.length > EXCERPT ? `${line.slice(0, EXCERPT)} …` : line
}
