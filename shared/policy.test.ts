import { expect, test } from 'vitest'
import { Command } from './command.ts'
import { DEEDS, may, mayEver, ROLES } from './policy.ts'
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

test('[P5] once the text is final nobody can change it, and only signatories endorse', () => {
  for (const role of ROLES) {
    for (const deed of DEEDS) {
      const allowed = may(role, deed, 'final')
      const harmless = deed === 'text.read' || (deed === 'stage.move' && role === 'secretariat')
      expect(allowed).toBe(harmless || (deed === 'text.endorse' && role === 'signatory'))
    }
  }
})

test('[P5] when it is closed the record is complete: nobody adds to it', () => {
  for (const deed of DEEDS)
    for (const role of ROLES) expect(may(role, deed, 'closed')).toBe(deed === 'text.read')
})

test('[P5] only the secretariat moves the stage, issues versions and adopts consolidations', () => {
  const keepers = ROLES.filter((role) => mayEver(role, 'stage.move') || mayEver(role, 'version.issue'))
  expect(keepers).toEqual(['secretariat'])
})
