/**
 * Where the built client runs; where a browser has no workers, a page does not open without the server. Once the page
 * stands: what the worker keeps must not come in the way of what is to be read.
 */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' }).catch(() => {})
  })
}

/** A signatory's telephone keeps that one page; everybody else's device keeps them all. */
export async function keepAllPages(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage('all')
}
