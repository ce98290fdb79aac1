/** How many sockets somebody has. A person with thirty tabs passes; a program that opens thousands doesn't. */
export class Places {
  private readonly most: number
  private readonly taken = new Map<string, number>()

  constructor(most: number) {
    this.most = most
  }

  hasRoomFor = (who: string): boolean => (this.taken.get(who) ?? 0) < this.most

  /** Gives the way to leave the place. */
  take(who: string): () => void {
    this.taken.set(who, (this.taken.get(who) ?? 0) + 1)
    return () => {
      const left = (this.taken.get(who) ?? 1) - 1
      if (left > 0) this.taken.set(who, left)
      else this.taken.delete(who)
    }
  }
}
