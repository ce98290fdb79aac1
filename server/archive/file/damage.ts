/** The journal can't be read, and must not be written, until a person has looked at it (rule J3). */
export class DamagedJournal extends Error {
  override readonly name = 'DamagedJournal'
  readonly offset: number
  readonly sequence: number

  constructor(what: string, offset: number, sequence: number) {
    super(
      `The journal is damaged at byte ${offset}, in record ${sequence}: ${what}. Nothing was changed. ` +
        'Restore the file from a copy, or start with a copy of it cut at this byte, which loses what follows.',
    )
    this.offset = offset
    this.sequence = sequence
  }
}
