import { cutAtMentions } from '../../../shared/mention.ts'
import { useConference } from '../../api/conference.tsx'

/** The words of a comment; those it calls on stand out, by name. */
export function SaidWords({ words }: { readonly words: string }) {
  const { nameOf } = useConference()
  return (
    <p className="comment-words">
      {cutAtMentions(words).map((piece, index) => {
        // Pieces have no other name, and are drawn anew together.
        const key = index
        if (piece.is === 'words') return piece.text
        return (
          <span key={key} className="mention" title={piece.code}>
            @{nameOf(piece.code)}
          </span>
        )
      })}
    </p>
  )
}
