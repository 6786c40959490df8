import type { ColumnWords, PublicDataset } from './types';

const COLOURS =
  'k black, n brown, b buff, h chocolate, c cinnamon, g grey, r green, o orange, p pink, u purple, e red, w white, y yellow';
const SURFACES = 'f fibrous, g grooved, y scaly, k silky, s smooth';

/** Words for a column whose levels are letters: "b a bell-shaped cap, c a conical cap". */
function letters(title: string, meaning: string, is: string, codes: string): [name: string, words: ColumnWords] {
  const words = codes.split(', ').map((entry) => [entry[0], is.replace('*', entry.slice(2))] as const);
  const name = title.toLowerCase().replaceAll(' ', '-').replaceAll('grey', 'gray').replace('colour', 'color');
  return [
    name,
    {
      title,
      meaning,
      conditions: Object.fromEntries(
        words.flatMap(([code, text]) => [
          [`=${code}`, text],
          [`≠${code}`, `not ${text}`],
        ]),
      ),
      portrait: Object.fromEntries(words.map(([code, text]) => [`=${code}`, text])),
    },
  ];
}

const COLUMNS: Readonly<Record<string, ColumnWords>> = Object.fromEntries([
  letters('Class', 'Whether it is poisonous, or not known to be edible.', '*', 'p poisonous, e edible'),
  letters('Cap shape', 'Shape of the cap.', '* cap', 'b bell-shaped, c conical, x convex, f flat, k knobbed, s sunken'),
  letters('Cap surface', 'Surface of the cap.', '* cap', SURFACES),
  letters('Cap colour', 'Colour of the cap.', '* cap', COLOURS),
  letters('Bruises', 'Whether it bruises.', '*', 't bruises, f no bruises'),
  letters(
    'Odor',
    'Its smell.',
    '* smell',
    'a almond, l anise, c creosote, y fishy, f foul, m musty, n no, p pungent, s spicy',
  ),
  letters('Gill attachment', 'How the gills are attached.', '* gills', 'a attached, d descending, f free, n notched'),
  letters('Gill spacing', 'How close the gills are.', '* gills', 'c close, w crowded, d distant'),
  letters('Gill size', 'Width of the gills.', '* gills', 'b broad, n narrow'),
  letters('Gill colour', 'Colour of the gills.', '* gills', COLOURS),
  letters('Stalk shape', 'Shape of the stalk.', '* stalk', 'e widening, t tapering'),
  letters(
    'Stalk root',
    'Root of the stalk.',
    '* root',
    'b bulbous, c club-shaped, u cup-shaped, e even, z rhizomorphic, r rooted',
  ),
  letters('Stalk surface above ring', 'The stalk above the ring.', '* stalk above the ring', SURFACES),
  letters('Stalk surface below ring', 'The stalk below the ring.', '* stalk below the ring', SURFACES),
  letters('Stalk colour above ring', 'The stalk above the ring.', '* stalk above the ring', COLOURS),
  letters('Stalk colour below ring', 'The stalk below the ring.', '* stalk below the ring', COLOURS),
  letters('Veil type', 'The veil.', '* veil', 'p partial, u universal'),
  letters('Veil colour', 'Colour of the veil.', '* veil', COLOURS),
  letters('Ring number', 'How many rings.', '*', 'n no ring, o one ring, t two rings'),
  letters(
    'Ring type',
    'The ring.',
    '* ring',
    'c cobwebby, e evanescent, f flaring, l large, n no, p pendant, s sheathing, z zoned',
  ),
  letters('Spore print colour', 'Colour of the spores.', '* spores', COLOURS),
  letters(
    'Population',
    'How many stand together.',
    'growing *',
    'a abundantly, c in clusters, n in numbers, s scattered, v by the several, y alone',
  ),
  letters('Habitat', 'Where it grows.', 'in *', 'g grass, l leaves, m meadows, p paths, u towns, w waste, d woods'),
]);

export const mushroom: PublicDataset = {
  slug: 'mushroom',
  file: '',
  provenance: '',
  title: 'Mushrooms',
  story:
    'Descriptions of 8,124 mushrooms of 23 species, made up from a field guide of 1981. Which are poisonous, or better not eaten? One of the tables of the paper behind the search.',
  caveat:
    'Nobody should eat by this: the rows are made of the guide’s descriptions, and a few columns tell all. Near-perfect rules are easy here, and many.',
  source: {
    url: 'https://raw.githubusercontent.com/xiaohan2012/efficient-rashomon-rule-set/6e694b7e7508dcb882f349a62a1bded1aec1612c/data/mushrooms.csv',
    publisher: 'the authors of the paper, who have it from the UCI repository',
    bytes: 374_004,
    sha256: '7204d38399e2c7c84d85e7a2019081724bb943613e82be5d3523156cfbcf9f64',
    columns: Object.keys(COLUMNS),
    filters: [],
  },
  row: { one: 'a mushroom', many: 'mushrooms' },
  person: { one: 'mushroom', many: 'mushrooms' },
  target: 'class',
  positive: 'p',
  yes: 'called poisonous',
  no: 'called edible',
  protected: [],
  leftOut: {},
  mining: { maxLength: 2, minSupport: '0.05', rules: 40, ranking: 'gain', balanced: false, missing: true },
  lambda: '0.01',
  epsilon: '0.01',
  columns: COLUMNS,
  portrait: { before: [], after: ['odor', 'cap-color', 'gill-size', 'spore-print-color', 'habitat'] },
};
