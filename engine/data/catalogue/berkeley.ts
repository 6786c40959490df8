import type { Dataset } from './types';

export const berkeley: Dataset = {
  slug: 'ucb-admissions',
  file: 'ucb-admissions.csv',
  provenance: 'ucb-admissions.md',
  title: 'Berkeley, 1973',
  story:
    'In the fall of 1973, 4,526 people applied to the six largest graduate departments at Berkeley; 45% of the men and 30% of the women were admitted.',
  caveat:
    'Department by department the gap all but vanishes: women applied more to departments that admit few (Bickel, Hammel and O’Connell 1975). Two columns make 12 kinds of applicants, so every model is a labelling of 12 cells.',
  row: { one: 'an application', many: 'applications' },
  person: { one: 'applicant', many: 'applicants' },
  target: 'admit',
  positive: 'Admitted',
  yes: 'admitted',
  no: 'rejected',
  protected: [
    {
      column: 'gender',
      title: 'gender',
      groups: [
        { name: 'women', literals: [{ column: 'gender', op: '=', value: 'Female' }] },
        { name: 'men', literals: [{ column: 'gender', op: '=', value: 'Male' }] },
      ],
    },
  ],
  leftOut: {},
  mining: { maxLength: 2, minSupport: '0.01', rules: 50, ranking: 'gain', balanced: true, notEqual: true },
  lambda: '0.005',
  epsilon: '0.04',
  columns: {
    dept: {
      title: 'Department',
      meaning: 'One of the six largest departments, A to F.',
      conditions: { '=': 'department {v}', '≠': 'any department but {v}' },
      portrait: { '=': 'an application to department {v}' },
    },
    gender: {
      title: 'Gender',
      meaning: 'Male or female.',
      conditions: { '=Female': 'a woman', '=Male': 'a man' },
      portrait: { '=Female': 'female', '=Male': 'male' },
    },
    admit: {
      title: 'Admitted',
      meaning: 'Whether the applicant was admitted.',
      conditions: { '=Admitted': 'admitted', '=Rejected': 'rejected' },
    },
  },
  portrait: { before: ['gender'], after: ['dept'] },
};
