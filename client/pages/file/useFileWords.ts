import { file as en } from '../../../shared/messages/en.file.ts'
import { file as fr } from '../../../shared/messages/fr.file.ts'
import { useLanguage } from '../../i18n.tsx'

const WORDS = { en, fr }

/** What is said on this page alone comes with it: nobody else waits for it. */
export const useFileWords = () => WORDS[useLanguage().language]
