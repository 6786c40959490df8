import type { Dataset } from './types';

export const rossi: Dataset = {
  slug: 'rossi-recidivism',
  file: 'rossi-recidivism.csv',
  provenance: 'rossi-recidivism.md',
  title: 'After prison',
  story:
    'In the 1970s, 432 men were followed for a year after their release from prisons in Maryland; half of them, drawn by lot, got financial aid. Who was arrested again?',
  caveat:
    'An arrest is not a crime: it also tells whom the police watch. There are only 53 men who are not Black, so that gaps between the groups are rough.',
  row: { one: 'a man released', many: 'men released' },
  person: { one: 'man', many: 'men' },
  target: 'arrest',
  positive: 'yes',
  yes: 'expected to be arrested again',
  no: 'expected to stay free',
  protected: [
    {
      column: 'race',
      title: 'race',
      groups: [
        { name: 'Black men', literals: [{ column: 'race', op: '=', value: 'black' }] },
        { name: 'other men', literals: [{ column: 'race', op: '=', value: 'other' }] },
      ],
    },
    {
      column: 'age',
      title: 'age',
      groups: [
        { name: 'men of 23 or younger', literals: [{ column: 'age', op: '≤', value: 23 }] },
        { name: 'men over 23', literals: [{ column: 'age', op: '>', value: 23 }] },
      ],
    },
  ],
  leftOut: {
    race: 'protected',
    emp1: 'work in the week after release: not known when the man is released',
  },
  mining: { maxLength: 2, minSupport: '0.05', rules: 60, ranking: 'precision', balanced: true },
  lambda: '0.01',
  epsilon: '0.03',
  columns: {
    fin: {
      title: 'Financial aid',
      meaning: 'Whether he received financial aid after release, drawn by lot.',
      conditions: { '=yes': 'financial aid', '=no': 'no financial aid' },
      portrait: { '=yes': 'financial aid', '=no': 'no financial aid' },
    },
    age: {
      title: 'Age',
      meaning: 'Age at release, in years.',
      conditions: { '>': 'over {v} years old', '≤': 'at most {v} years old' },
      portrait: { '=': '{v}-year-old' },
    },
    wexp: {
      title: 'Work experience',
      meaning: 'Whether he had worked full-time before prison.',
      conditions: { '=yes': 'full-time work before prison', '=no': 'no full-time work before prison' },
      portrait: { '=yes': 'full-time work before prison', '=no': 'no full-time work before prison' },
    },
    mar: {
      title: 'Married',
      meaning: 'Whether he was married at release.',
      conditions: { '=married': 'married', '=not-married': 'not married' },
      portrait: { '=married': 'married', '=not-married': 'unmarried' },
    },
    paro: {
      title: 'Parole',
      meaning: 'Whether he was released on parole.',
      conditions: { '=yes': 'on parole', '=no': 'not on parole' },
    },
    prio: {
      title: 'Prior convictions',
      meaning: 'Number of prior convictions.',
      conditions: {
        '≤0': 'no prior conviction',
        '>0': 'at least one prior conviction',
        '≤1': 'at most one prior conviction',
        '>1': 'more than one prior conviction',
        '>': 'more than {v} prior convictions',
        '≤': 'at most {v} prior convictions',
      },
      portrait: { '=0': 'no prior conviction', '=1': 'one prior conviction', '=': '{v} prior convictions' },
    },
    educ: {
      title: 'Education',
      meaning: 'Highest grade of school: 2 = up to 6, 3 = 7 to 9, 4 = 10 or 11, 5 = 12, 6 = some college.',
      conditions: {
        '≤2': 'school up to grade 6',
        '>2': 'school past grade 6',
        '≤3': 'school up to grade 9',
        '>3': 'school past grade 9',
        '≤4': 'school up to grade 11',
        '>4': 'school past grade 11',
        '≤5': 'school up to grade 12',
        '>5': 'some college',
      },
      portrait: {
        '=2': 'school up to grade 6',
        '=3': 'school to grade 7, 8 or 9',
        '=4': 'school to grade 10 or 11',
        '=5': 'school to grade 12',
        '=6': 'some college',
      },
    },
    emp1: {
      title: 'Work after release',
      meaning: 'Whether he worked in the first week after release.',
      conditions: { '=yes': 'work in the first week', '=no': 'no work in the first week' },
    },
    race: {
      title: 'Race',
      meaning: 'Black or other.',
      conditions: { '=black': 'Black', '=other': 'not Black' },
      portrait: { '=black': 'Black', '=other': '' },
    },
    arrest: {
      title: 'Arrested',
      meaning: 'Whether he was arrested within 52 weeks of release.',
      conditions: { '=yes': 'arrested again', '=no': 'not arrested' },
    },
  },
  portrait: { before: ['mar', 'age', 'race'], after: ['prio', 'wexp', 'educ', 'fin'] },
};
