/**
 * Characters by which a text would read otherwise than it is. What a minister endorses must be what a minister saw.
 * Marks of direction that turn nothing else (U+200E, U+200F, U+061C) and joiners are part of how languages are
 * written, and are none of these.
 */

// biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
/** Separators that are no line breaks, what turns the direction of all that follows, and annotations. */
const TURNING = /[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/
/** Halves of characters, what Yjs leaves where it had to cut one, and what can stand in no XML at all. */
const BROKEN = /[\ufffd-\uffff]|\p{Surrogate}/u

/** What can't stand in the words of a declaration; a tab neither. */
export const NOT_TEXT = new RegExp(`${CONTROL.source}|${TURNING.source}|${BROKEN.source}|\\t`, 'u')

const ALL_NOT_TEXT = new RegExp(NOT_TEXT.source, 'gu')

/** What of it can stand in the words of a declaration. */
export const textIn = (words: string): string => words.replace(ALL_NOT_TEXT, '')

export const isText = (text: string): boolean => !NOT_TEXT.test(text)

/** What people write about it: line breaks and tabs are allowed. */
export const isProse = (text: string): boolean => isText(text.replaceAll('\t', ' '))

/** A name, a title, a symbol. */
export const isLine = (text: string): boolean => isText(text) && !text.includes('\n')
