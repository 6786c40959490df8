// Keeps the site for reading offline. Each version of the site has a cache of its own, filled in full before it is used:
// a page never meets the scripts of another version. A new version takes over when no page of the old one is open.

const FILES = __FILES__;
// An origin may hold several copies of the site, each under a path of its own.
const SITE = `site ${self.registration.scope} `;
const CACHE = SITE + __VERSION__;

const pageOf = (url) => new URL(url.pathname.replace(/\/index\.html$/, '/'), url);

self.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(CACHE);
    await cache.addAll(FILES.map((file) => new Request(new URL(file, self.registration.scope), { cache: 'no-cache' })));
  };
  event.waitUntil(fill());
});

self.addEventListener('activate', (event) => {
  const clean = async () => {
    for (const name of await caches.keys()) if (name.startsWith(SITE) && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  const answer = async () => {
    const cache = await caches.open(CACHE);
    return (await cache.match(pageOf(url), { ignoreSearch: true, ignoreVary: true })) ?? fetch(event.request);
  };
  event.respondWith(answer());
});
