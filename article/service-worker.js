// Keeps the site for reading offline. Each version of the site has a cache of its own, filled in full before it is used:
// a page never meets the scripts of another version. A new version takes over when no page of the old one is open.

const FILES = __FILES__;
// An origin may hold several copies of the site, each under a path of its own.
const SITE = `site ${self.registration.scope} `;
const CACHE = SITE + __VERSION__;

const pageOf = (url) => new URL(url.pathname.replace(/\/index\.html$/, '/'), url);

async function keep(cache, file) {
  const address = new URL(file, self.registration.scope);
  const response = await fetch(address, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  // Browsers refuse a page whose answer was redirected, as some hosts do with folders.
  await cache.put(address, response.redirected ? new Response(response.body, response) : response);
}

self.addEventListener('install', (event) => {
  const fill = async () => {
    const cache = await caches.open(CACHE);
    await Promise.all(FILES.map((file) => keep(cache, file)));
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

async function answer(request) {
  const address = pageOf(new URL(request.url));
  const cache = await caches.open(CACHE);
  const find = (url) => cache.match(url, { ignoreSearch: true, ignoreVary: true });
  const kept = await find(address);
  if (kept) return kept;
  const folder = new URL(`${address.pathname}/`, address);
  return request.mode === 'navigate' && (await find(folder)) ? Response.redirect(folder) : fetch(request);
}

self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && new URL(url).origin === self.location.origin) event.respondWith(answer(event.request));
});
