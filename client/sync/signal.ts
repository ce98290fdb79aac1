/**
 * A value that is watched. However often it changes within a frame, those who watch hear of it once: a burst of
 * updates must not draw the room a hundred times.
 */
export class Signal<T> {
  private readonly watchers = new Set<() => void>()
  private due = false
  private value: T
  private readonly make: () => T
  private readonly later: (then: () => void) => void

  /** `make` builds the value afresh; it runs at most once a frame, and only after `touch`. */
  constructor(make: () => T, later: (then: () => void) => void = nextFrame) {
    this.make = make
    this.later = later
    this.value = make()
  }

  readonly get = (): T => this.value

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  get watched(): boolean {
    return this.watchers.size > 0
  }

  /** Something changed: build the value and tell, after the next frame. */
  touch(): void {
    if (this.due) return
    this.due = true
    this.later(() => this.flush())
  }

  /** Build the value and tell, now. */
  flush(): void {
    this.due = false
    this.value = this.make()
    for (const watcher of [...this.watchers]) watcher()
  }
}

/**
 * Right after the next frame: the letter that was typed is painted first, and the room follows. A tab that is
 * hidden, or behind another window, draws no frames; its title and its announcements go on.
 */
function nextFrame(then: () => void): void {
  let told = false
  const once = () => {
    if (!told) then()
    told = true
  }
  if (typeof requestAnimationFrame === 'function') requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, 60)
}
