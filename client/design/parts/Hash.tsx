import './Hash.css'

/** A SHA-256 in groups of eight, which two people can read to each other. */
export function Hash({ hash }: { readonly hash: string }) {
  return (
    <code className="hash" dir="ltr">
      {grouped(hash).map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a group may come twice
        <span key={index}>{group} </span>
      ))}
    </code>
  )
}

const grouped = (hash: string): string[] => hash.match(/.{1,8}/g) ?? []
