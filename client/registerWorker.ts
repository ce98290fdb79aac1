/** Where the built client runs; where a browser has no workers, a page does not open without the server. */
export function registerWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/worker.js', { updateViaCache: 'none' }).catch(() => {})
}
