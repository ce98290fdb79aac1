import { expect, test } from 'vitest'
import { Command } from './command.ts'
import { DEEDS, type Deed, may, mayEver, ROLES } from './policy.ts'
import { STAGES } from './stage.ts'

test('[P5] every command is a deed of the table, and every deed but reading and writing is a command', () => {
  const commands = Command.options.map((option) => option.shape.do.value)
  expect([...commands, 'text.read', 'draft.write'].sort()).toEqual([...DEEDS].sort())
})

test('[P5] an observer only reads, in every stage', () => {
  for (const deed of DEEDS) {
    for (const stage of STAGES) expect(may('observer', deed, stage)).toBe(deed === 'text.read')
  }
})

/** What becomes of a final text: nothing of it changes the text. */
const OF_ENDORSEMENT: ReadonlySet<Deed> = new Set<Deed>([
  'language.lay',
  'signatories.list',
  'endorsement.open',
  'addendum.close',
  'roll.publish',
  'text.endorse',
  'endorsement.withdraw',
  'paper.record',
  'paper.settle',
])

test('[P5] once the text is final nobody can change it: signatories endorse, and the secretariat keeps the list', () => {
  for (const role of ROLES) {
    for (const deed of DEEDS) {
      const isHarmless = deed === 'text.read' || (deed === 'stage.move' && role === 'secretariat')
      if (!OF_ENDORSEMENT.has(deed)) expect(may(role, deed, 'final')).toBe(isHarmless)
      else if (may(role, deed, 'final')) expect(['signatory', 'secretariat']).toContain(role)
    }
  }
  const signing = DEEDS.filter((deed) => may('signatory', deed, 'final'))
  expect(signing).toEqual(['text.read', 'text.endorse', 'endorsement.withdraw'])
})

test('[P5] when it is closed the record is complete but for an addendum, and nothing is taken back', () => {
  for (const deed of DEEDS) {
    if (OF_ENDORSEMENT.has(deed)) continue
    for (const role of ROLES) expect(may(role, deed, 'closed')).toBe(deed === 'text.read')
  }
  expect(ROLES.filter((role) => may(role, 'endorsement.withdraw', 'closed'))).toEqual([])
})

test('[P5] only the secretariat moves the stage, issues versions and adopts consolidations', () => {
  const keepers = ROLES.filter((role) => mayEver(role, 'stage.move') || mayEver(role, 'version.issue'))
  expect(keepers).toEqual(['secretariat'])
})
