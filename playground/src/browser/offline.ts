/** After the first load the page works without a network: a service worker keeps its files. */
export function registerOffline(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  // Without one the page is as good, only not offline.
  navigator.serviceWorker.register('./service-worker.js').catch(() => undefined);
}
