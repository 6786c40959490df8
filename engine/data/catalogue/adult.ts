import type { ColumnWords, PublicDataset } from './types';

const levels = (title: string, meaning: string, is: string): ColumnWords => ({
  title,
  meaning,
  conditions: { '=': is, '≠': `not ${is}` },
  portrait: { '=': is },
});

export const adult: PublicDataset = {
  slug: 'adult',
  file: '',
  provenance: '',
  title: 'Adult income',
  story:
    'What 32,561 adults told the United States census of 1994: work, school, family. Who earned more than 50,000 dollars a year?',
  caveat:
    'An old table with an arbitrary threshold: only 24% earn more, and far fewer women. Ding, Hardt, Miller and Schmidt (2021) give reasons to retire it, and better tables.',
  source: {
    url: 'https://raw.githubusercontent.com/algofairness/fairness-comparison/80b34d25bb9b0387691c6cb8651f0e40edd262c8/fairness/data/raw/adult.csv',
    publisher: 'the authors of a comparison of fair learners, who have it from the UCI repository',
    bytes: 3_518_615,
    sha256: 'c30ce1e55a965b04950321870db74c19f4aa437120a692f32e72f6a4fa31c418',
    columns: [
      'age',
      'workclass',
      'education-num',
      'marital-status',
      'occupation',
      'relationship',
      'race',
      'sex',
      'capital-gain',
      'capital-loss',
      'hours-per-week',
      'native-country',
      'income-per-year',
    ],
    filters: [],
  },
  row: { one: 'an adult', many: 'adults' },
  person: { one: 'person', many: 'people' },
  target: 'income-per-year',
  positive: '>50K',
  yes: 'said to earn more than $50,000',
  no: 'said to earn less',
  protected: [
    {
      column: 'sex',
      title: 'sex',
      groups: [
        { name: 'women', literals: [{ column: 'sex', op: '=', value: 'Female' }] },
        { name: 'men', literals: [{ column: 'sex', op: '=', value: 'Male' }] },
      ],
    },
    {
      column: 'race',
      title: 'race',
      groups: [
        { name: 'Black people', literals: [{ column: 'race', op: '=', value: 'Black' }] },
        { name: 'white people', literals: [{ column: 'race', op: '=', value: 'White' }] },
      ],
    },
  ],
  leftOut: {
    sex: 'protected',
    race: 'protected',
    'native-country': 'protected',
    relationship: 'husband and wife tell the sex',
  },
  mining: { maxLength: 2, minSupport: '0.02', rules: 40, ranking: 'gain', balanced: true },
  lambda: '0.005',
  epsilon: '0.02',
  columns: {
    age: {
      title: 'Age',
      meaning: 'Age in years.',
      conditions: { '>': 'over {v} years old', '≤': 'at most {v} years old' },
      portrait: { '=': '{v}-year-old' },
    },
    workclass: levels('Employer', 'Kind of employer.', 'employer “{v}”'),
    'education-num': {
      title: 'Schooling',
      meaning: 'From 1, preschool, over 9, high school, and 13, bachelor, to 16, doctorate.',
      conditions: { '>': 'schooling above level {v}', '≤': 'schooling up to level {v}' },
      portrait: { '=': 'schooling of level {v}' },
    },
    'marital-status': levels('Family', 'Marital status.', 'family status “{v}”'),
    occupation: levels('Occupation', 'Kind of work.', 'occupation “{v}”'),
    relationship: levels('Role at home', 'Role in the household.', 'role at home “{v}”'),
    race: { ...levels('Race', 'As the census has it.', 'race “{v}”'), portrait: { '=': '{v}' } },
    sex: {
      title: 'Sex',
      meaning: 'Female or male.',
      conditions: { '=Female': 'a woman', '=Male': 'a man' },
      portrait: { '=Female': 'female', '=Male': 'male' },
    },
    'capital-gain': {
      title: 'Capital gain',
      meaning: 'Gains from capital in the year, in dollars.',
      conditions: {
        '≤0': 'no gain from capital',
        '>0': 'a gain from capital',
        '>': 'more than ${v} gained from capital',
      },
    },
    'capital-loss': {
      title: 'Capital loss',
      meaning: 'Losses from capital in the year, in dollars.',
      conditions: {
        '≤0': 'no loss from capital',
        '>0': 'a loss from capital',
        '>': 'more than ${v} lost from capital',
      },
    },
    'hours-per-week': {
      title: 'Hours',
      meaning: 'Hours of work in a week.',
      conditions: { '>': 'more than {v} hours of work a week', '≤': 'at most {v} hours of work a week' },
      portrait: { '=': '{v} hours of work a week' },
    },
    'native-country': levels('Country of birth', 'Country of birth.', 'born in {v}'),
    'income-per-year': {
      title: 'Income',
      meaning: 'Whether the income is above 50,000 dollars a year.',
      conditions: { '=>50K': 'more than $50,000 a year', '=<=50K': 'at most $50,000 a year' },
    },
  },
  portrait: {
    before: ['age', 'race', 'sex'],
    after: ['education-num', 'marital-status', 'occupation', 'hours-per-week'],
  },
};
