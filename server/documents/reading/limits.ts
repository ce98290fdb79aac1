/** What of an uploaded file is looked at at all. Beyond these it is refused, before it costs anything. */
export const READING = {
  /** Bytes of the file: the longest declaration with a thousand amendments stays far below. */
  file: 5 * 1024 * 1024,
  /** Parts in it, read or not. */
  parts: 2_000,
  /** Bytes of all parts that are read, unpacked. */
  unpacked: 12 * 1024 * 1024,
  /**
   * Tags in all parts that are read: each costs about a kilobyte of memory and a hundredth of a millisecond, whatever it
   * says. The compilation of a thousand amendments has some fifty thousand once LibreOffice has saved it.
   */
  tags: 80_000,
  /** UTF-16 units of one tag: with all its attributes it is no longer than a kilobyte or two. */
  tag: 20_000,
  /** Tags within each other. */
  depth: 100,
  paragraphs: 2_000,
  /** UTF-16 units of all words, deleted ones too. */
  words: 600_000,
  /** Of one paragraph, since words are compared with words; a clause with all that was ever proposed for it has fewer. */
  paragraph: 150_000,
  comments: 500,
  /** Paragraphs with a comment on them, counted once for each comment: one may hang on several. */
  remarked: 2_000,
} as const

/** Of the thread in which files are read: one that is hostile ends it, and nothing else. */
export const READING_LIMITS = { patience: 10_000, memory: 100, queue: 16, idle: 30_000 } as const
