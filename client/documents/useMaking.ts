import { useCallback, useEffect, useRef, useState } from 'react'
import type { DocumentFormat } from '../../shared/document.ts'
import type { Answer } from '../api/api.ts'
import type { DocumentFile } from '../api/documents.ts'
import { type Failure, isFailure } from '../api/failure.ts'
import { saveFile } from '../api/save.ts'

/** One document at a time: a person waits for a file, and not for several. */
export type Making =
  | { readonly is: 'idle' }
  | { readonly is: 'making'; readonly format: DocumentFormat }
  | { readonly is: 'saved'; readonly name: string }
  | { readonly is: 'failed'; readonly format: DocumentFormat; readonly failure: Failure }

const IDLE: Making = { is: 'idle' }

export type AskDocument = (format: DocumentFormat, signal: AbortSignal) => Promise<Answer<DocumentFile>>

/** Asks for a file and hands it over; can be given up, and is when the page goes. */
export function useMaking(ask: AskDocument) {
  const [making, setMaking] = useState<Making>(IDLE)
  const order = useRef<AbortController | null>(null)
  const cancel = useCallback(() => {
    order.current?.abort()
    setMaking(IDLE)
  }, [])
  useEffect(() => () => order.current?.abort(), [])
  const make = async (format: DocumentFormat) => {
    order.current?.abort()
    const controller = new AbortController()
    order.current = controller
    setMaking({ is: 'making', format })
    const answer = await ask(format, controller.signal)
    if (controller.signal.aborted) return
    if (isFailure(answer)) return setMaking({ is: 'failed', format, failure: answer })
    saveFile(answer.name, answer.file)
    setMaking({ is: 'saved', name: answer.name })
  }
  return { making, make, cancel }
}
