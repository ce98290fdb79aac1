import { plural } from './plural.ts'

const count = plural('en')

/** What concerns one's delegation, and what happened since one last looked. */
export const follow = {
  title: 'For you',
  matters: (n: number) => count(n, { one: '# matter', other: '# matters' }),
  concerns: (name: string) => `What concerns ${name}`,
  noConcerns: 'Nothing waits for your delegation.',
  since: 'Since you last looked',
  nothingSince: 'Nothing has happened since you last looked.',
  declaration: 'The declaration',
  acts: { stage: 'moved the stage', version: 'issued a version' },
  sawAll: 'Mark all as seen',
  walkHint: 'N goes to the next change.',
  next: 'Next change',
  more: (n: number) => count(n, { one: 'and # more', other: 'and # more' }),
  isNew: 'New',
  newsHere: (n: number) =>
    count(n, { one: '# change since you last looked', other: '# changes since you last looked' }),
  say: {
    'consent asked': (id: string, where: string) =>
      `Your consent is asked to the compromise ${id} (${where})`,
    'name asked': (id: string, where: string) => `Your name is asked for ${id} (${where})`,
    'new wording': (id: string, where: string) =>
      `${id} has a new wording: your name is off it until you confirm (${where})`,
    mention: (who: string, where: string, words: string) => `${who} calls on you (${where}): “${words}”`,
    reply: (who: string, where: string, words: string) => `${who} replied (${where}): “${words}”`,
    decided: (id: string, state: string) => `${id}: ${state.toLowerCase()}`,
    overtaken: (id: string) => `${id} is overtaken by the text, in whole or in part`,
    amended: (id: string, own: string, where: string) => `${id} would amend your ${own} (${where})`,
    replaced: (id: string, of: string, where: string) =>
      `${of} has a new wording, in which your ${id} lost its place (${where})`,
    rival: (id: string, own: string, where: string) => `${id} competes with your ${own} (${where})`,
  },
}
