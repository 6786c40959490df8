declare module '@citation-js/core' {
  /** The part of citation-js that this project calls. */
  export class Cite {
    constructor(data: unknown);
    readonly data: unknown[];
    format(kind: 'bibliography', options: Record<string, unknown>): unknown;
  }
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-csl';
