import type { FigureModule } from '../islands/figure-module';

const figure: FigureModule<{ n: number }> = {
  slug: 'teaser',
  Component: ({ initial }) => <p>{initial.n}</p>,
  load: async () => ({ n: 1 }),
};

export default figure;
