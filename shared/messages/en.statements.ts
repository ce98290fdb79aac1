/** What may stand beside an endorsement. */
export const statements = {
  reservation: 'Reservation',
  dissociation: 'Dissociation from clauses',
  explanation: 'Explanation of position',
}
