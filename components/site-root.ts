/** The address of the site's root: every page says how far it is from there, so that the site works under any path. */
export const siteRoot = (): URL =>
  new URL(document.documentElement.dataset.root ?? './', document.baseURI.replace(/#.*$/, ''));

/** The address of the page of one figure alone. */
export const embedAddress = (slug: string): string => new URL(`embed/${slug}/`, siteRoot()).href;

/** Whether the page shows one figure alone, for other pages' frames. */
export const isEmbed = (): boolean => location.pathname.startsWith(new URL('embed/', siteRoot()).pathname);

/** What links to a figure's state begin with: this page, or the article where the figure stands alone. */
export const linkedPage = (): string => (isEmbed() ? siteRoot().href : location.href.replace(/#.*$/, ''));
