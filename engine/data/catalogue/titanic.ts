import type { Dataset } from './types';

export const titanic: Dataset = {
  slug: 'titanic-2201',
  file: 'titanic-2201.csv',
  provenance: 'titanic-2201.md',
  title: 'The Titanic',
  story: 'Of the 2,201 people on board in April 1912, 711 survived. Class, sex and age are all that is told of them.',
  caveat: 'Three columns make only 14 kinds of people: no rule can tell apart two people of one kind.',
  row: { one: 'a person on board', many: 'people on board' },
  person: { one: 'person', many: 'people' },
  target: 'survived',
  positive: 'Yes',
  yes: 'said to survive',
  no: 'said to die',
  protected: [
    {
      column: 'sex',
      title: 'sex',
      groups: [
        { name: 'women and girls', literals: [{ column: 'sex', op: '=', value: 'Female' }] },
        { name: 'men and boys', literals: [{ column: 'sex', op: '=', value: 'Male' }] },
      ],
    },
    {
      column: 'cls',
      title: 'class',
      groups: [
        { name: 'first class', literals: [{ column: 'cls', op: '=', value: '1st' }] },
        { name: 'third class', literals: [{ column: 'cls', op: '=', value: '3rd' }] },
        { name: 'second class', literals: [{ column: 'cls', op: '=', value: '2nd' }] },
        { name: 'crew', literals: [{ column: 'cls', op: '=', value: 'Crew' }] },
      ],
    },
    {
      column: 'age',
      title: 'age',
      groups: [
        { name: 'children', literals: [{ column: 'age', op: '=', value: 'Child' }] },
        { name: 'adults', literals: [{ column: 'age', op: '=', value: 'Adult' }] },
      ],
    },
  ],
  leftOut: {},
  mining: { maxLength: 3, minSupport: '0.01', rules: 50, ranking: 'gain', balanced: false },
  lambda: '0.005',
  epsilon: '0.02',
  columns: {
    cls: {
      title: 'Class',
      meaning: 'Class of the passage, or crew.',
      conditions: { '=1st': 'first class', '=2nd': 'second class', '=3rd': 'third class', '=Crew': 'crew' },
      portrait: { '=1st': 'first-class', '=2nd': 'second-class', '=3rd': 'third-class', '=Crew': 'crew' },
    },
    age: {
      title: 'Age',
      meaning: 'Child or adult.',
      conditions: { '=Child': 'a child', '=Adult': 'an adult' },
      portrait: { '=Child': 'young', '=Adult': 'adult' },
    },
    sex: {
      title: 'Sex',
      meaning: 'Male or female.',
      conditions: { '=Female': 'female', '=Male': 'male' },
      portrait: { '=Female': 'female', '=Male': 'male' },
    },
    survived: {
      title: 'Survived',
      meaning: 'Whether the person survived.',
      conditions: { '=Yes': 'survived', '=No': 'died' },
    },
  },
  portrait: { before: ['age', 'sex', 'cls'], after: [] },
};
