import { Aside } from '../components/furniture/aside';
import { Cite, References } from '../components/furniture/citation';
import { DataTable } from '../components/furniture/data-table';
import { Figure } from '../components/furniture/figure';
import { Footnote, Footnotes } from '../components/furniture/footnote';
import { Live } from '../components/furniture/live';
import { Bar } from './bar';
import Appendix from './sections/appendix.mdx';
import AppendixAlgorithms from './sections/appendix-algorithms.mdx';
import AppendixProofs from './sections/appendix-proofs.mdx';
import Bridge from './sections/bridge.mdx';
import Counting from './sections/counting.mdx';
import HowToCount from './sections/how-to-count.mdx';
import ManyGoodModels from './sections/many-good-models.mdx';
import Opening from './sections/opening.mdx';
import WhatToDo from './sections/what-to-do.mdx';
import YourData from './sections/your-data.mdx';
import { TitleBlock } from './title-block';

/** Stands where the table of contents goes: it is made from the headings of the rendered text. */
export const CONTENTS = '<!--toc-->';

const furniture = { Aside, Cite, DataTable, Figure, Footnote, Live };

/** The essay from the bar to the references. */
export function Article() {
  return (
    <>
      <a className="skip" href="#article">
        Skip to the article
      </a>
      <Bar contents={CONTENTS} />
      <main id="article">
        <article>
          <TitleBlock />
          <Opening components={furniture} />
          <Counting components={furniture} />
          <Bridge components={furniture} />
          <ManyGoodModels components={furniture} />
          <HowToCount components={furniture} />
          <YourData components={furniture} />
          <WhatToDo components={furniture} />
        </article>
        <div className="back-matter">
          <AppendixProofs components={furniture} />
          <AppendixAlgorithms components={furniture} />
          <Appendix components={furniture} />
          <div className="prose later">
            <h2 id="notes">Notes</h2>
            <Footnotes />
          </div>
          <div className="prose later">
            <h2 id="references">References</h2>
            <References />
          </div>
        </div>
      </main>
    </>
  );
}
