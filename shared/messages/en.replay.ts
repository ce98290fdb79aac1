/** The negotiation played again, act by act. */
export const replay = {
  title: 'Replay',
  lead: 'The negotiation act by act, and what each did to the text. Public acts alone.',
  open: 'Replay the negotiation',
  toVersions: 'Back to the versions',
  controls: 'Controls of the replay',
  play: 'Play',
  pause: 'Pause',
  again: 'Play again',
  previous: 'To the change of the text before',
  next: 'To the next change of the text',
  slider: 'Act',
  speed: 'Speed',
  perSecond: (acts: number): string => (acts < 1 ? '1 act/2 s' : acts === 1 ? '1 act/s' : `${acts} acts/s`),
  of: (place: number, all: number) => `Act ${place} of ${all}`,
  acts: 'Acts before and after',
}
