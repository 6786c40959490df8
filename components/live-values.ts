import type { LiveValues } from './islands/figure-module';

/** Writes a figure's numbers into the prose: into every `<span data-live="slug.name">` of the page. */
export function publishLive(slug: string, values: LiveValues): void {
  for (const [name, value] of Object.entries(values)) {
    for (const span of document.querySelectorAll(`[data-live="${slug}.${name}"]`)) {
      if (span.textContent !== value) span.textContent = value;
    }
  }
}
