/** The address of the site's root: every page says how far it is from there, so that the site works under any path. */
export const siteRoot = (): URL =>
  new URL(document.documentElement.dataset.root ?? './', document.baseURI.replace(/#.*$/, ''));
