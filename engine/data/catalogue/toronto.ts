import type { Dataset } from './types';

export const toronto: Dataset = {
  slug: 'toronto-arrests',
  file: 'toronto-arrests.csv',
  provenance: 'toronto-arrests.md',
  title: 'Arrests in Toronto',
  story:
    'From 1997 to 2002 the police of Toronto made these 5,226 arrests for possessing a little marijuana: who was let go with a summons, and who was held?',
  caveat:
    'The label is what the police did, not what anybody deserved: a model that fits it well repeats their decisions. How often a name is in police data bases depends on whom the police had stopped before.',
  row: { one: 'an arrest', many: 'arrests' },
  person: { one: 'person arrested', many: 'people arrested' },
  target: 'released',
  positive: 'No',
  yes: 'held',
  no: 'released with a summons',
  protected: [
    {
      column: 'colour',
      title: 'race',
      groups: [
        { name: 'Black people', literals: [{ column: 'colour', op: '=', value: 'Black' }] },
        { name: 'white people', literals: [{ column: 'colour', op: '=', value: 'White' }] },
      ],
    },
    {
      column: 'sex',
      title: 'sex',
      groups: [
        { name: 'women', literals: [{ column: 'sex', op: '=', value: 'Female' }] },
        { name: 'men', literals: [{ column: 'sex', op: '=', value: 'Male' }] },
      ],
    },
    {
      column: 'age',
      title: 'age',
      groups: [
        { name: 'people of 21 or younger', literals: [{ column: 'age', op: '≤', value: 21 }] },
        { name: 'people over 21', literals: [{ column: 'age', op: '>', value: 21 }] },
      ],
    },
  ],
  leftOut: {
    colour: 'race: protected',
    sex: 'protected',
    age: 'protected',
    year: 'the practice changed over the years; a rule for next year cannot use it',
  },
  mining: {
    maxLength: 2,
    minSupport: '0.02',
    rules: 60,
    ranking: 'gain',
    balanced: true,
    bins: { checks: { kind: 'points', at: [0, 1, 2, 3, 4] } },
  },
  lambda: '0.01',
  epsilon: '0.02',
  columns: {
    year: {
      title: 'Year',
      meaning: 'Year of the arrest, 1997 to 2002.',
      conditions: { '>': 'arrested after {v}', '≤': 'arrested in {v} or before' },
    },
    age: {
      title: 'Age',
      meaning: 'Age in years.',
      conditions: { '>': 'over {v} years old', '≤': 'at most {v} years old' },
      portrait: { '=': '{v}-year-old' },
    },
    sex: {
      title: 'Sex',
      meaning: 'Female or male.',
      conditions: { '=Female': 'a woman', '=Male': 'a man' },
      portrait: { '=Female': 'female', '=Male': 'male' },
    },
    employed: {
      title: 'Employed',
      meaning: 'Whether the person was employed.',
      conditions: { '=Yes': 'employed', '=No': 'not employed' },
      portrait: { '=Yes': 'a job', '=No': 'no job' },
    },
    citizen: {
      title: 'Citizen',
      meaning: 'Whether the person was a citizen of Canada.',
      conditions: { '=Yes': 'a citizen', '=No': 'not a citizen' },
      portrait: { '=Yes': 'Canadian citizenship', '=No': 'no Canadian citizenship' },
    },
    checks: {
      title: 'Police data bases',
      meaning: 'On how many police data bases, of six, the name appeared.',
      conditions: {
        '≤0': 'on no police data base',
        '>0': 'on at least one police data base',
        '>': 'on more than {v} police data bases',
        '≤': 'on at most {v} police data bases',
      },
      portrait: {
        '=0': 'a name on no police data base',
        '=1': 'a name on one police data base',
        '=': 'a name on {v} police data bases',
      },
    },
    colour: {
      title: 'Race',
      meaning: 'Race as the police noted it: Black or white.',
      conditions: { '=Black': 'Black', '=White': 'white' },
      portrait: { '=Black': 'Black', '=White': 'white' },
    },
    released: {
      title: 'Released',
      meaning: 'Whether the person was released with a summons.',
      conditions: { '=No': 'held', '=Yes': 'released with a summons' },
    },
  },
  portrait: { before: ['age', 'colour', 'sex'], after: ['employed', 'citizen', 'checks'] },
};
