import type { Person } from './person.ts'

/** What people do at their screens in more than one journey, each as one step. */

/** Tables the draft at hand; its number is told, where it is said. */
export async function tables(person: Person, id?: string): Promise<void> {
  const { bar } = person.words.room
  await person.saved()
  await person.press(bar.table)
  await person.press(bar.table, person.dialog)
  await person.dialog.waitFor({ state: 'hidden' })
  if (id) await person.sees(bar.tabled(id))
}

/** From the desk, stage after stage. */
export async function movesTo(
  secretariat: Person,
  ...stages: readonly ('consolidation' | 'final' | 'closed')[]
): Promise<void> {
  const { move } = secretariat.words.desk.stage
  for (const to of stages) {
    await secretariat.press(move[to])
    await secretariat.press(move[to], secretariat.dialog)
    await secretariat.dialog.waitFor({ state: 'hidden' })
  }
}
