import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take long, longest first, within what runs at the same time. */
const LONGEST = [
  ...['journey/plenary', 'crash/crash', 'journey/accessible', 'journey/record', 'journey/main-job'],
  ...['journey/offline', 'journey/papers', 'journey/endorsing', 'journey/negotiation'],
  ...['attack/honest', 'attack/measure', 'sitting/checkpoint', 'sitting/sitting', 'sitting/ledger'],
  ...['sitting/durability', 'shared/moment', 'shared/engross', 'attack/typing', 'shared/comparison'],
  ...['shared/account', 'shared/remains'],
].map((name) => `${name}.test.ts`)

/** What takes long begins first, so that at the end no core waits for another that has just begun. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const all = await super.sort(files)
    return all.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

function placeOf({ moduleId }: TestSpecification): number {
  const place = LONGEST.findIndex((name) => moduleId.endsWith(name))
  return place < 0 ? LONGEST.length : place
}
