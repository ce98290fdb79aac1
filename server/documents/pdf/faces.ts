import { createRequire } from 'node:module'
import { dirname } from 'node:path'

/**
 * The typefaces that documents are set in, which come with the program: with those of the machine, no two machines
 * would set the same page. For each, the weights and slopes that the templates ask for, and no others.
 */
export const FACES = {
  'Source Serif 4': [
    'source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
    'source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
    'source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  ],
  Amiri: ['amiri/400Regular/Amiri_400Regular.ttf', 'amiri/700Bold/Amiri_700Bold.ttf'],
  Inter: ['inter/400Regular/Inter_400Regular.ttf', 'inter/600SemiBold/Inter_600SemiBold.ttf'],
  'Noto Emoji': ['noto-emoji/400Regular/NotoEmoji_400Regular.ttf'],
} as const

export type Face = keyof typeof FACES

const find = createRequire(import.meta.url)

export const filesOf = (face: Face): string[] =>
  FACES[face].map((file) => find.resolve(`@expo-google-fonts/${file}`))

/** Each file lies in a folder of its own. */
export const facesFolders = (): string[] =>
  Object.keys(FACES).flatMap((face) => filesOf(face as Face).map((file) => dirname(file)))
