import type { PublicDataset } from './types';

export const compas: PublicDataset = {
  slug: 'compas',
  file: '',
  provenance: '',
  title: 'COMPAS',
  story:
    'Of 7,214 people arrested in Broward County, Florida, in 2013 and 2014 and scored by the COMPAS software, ProPublica’s filters keep 6,172. Who was charged with another crime within two years?',
  caveat:
    'A charge is not a crime: it also tells whom the police watch. The two-year table keeps people who were charged again though their two years were not over, so that it overstates how many were (Barenstein 2019).',
  source: {
    url: 'https://raw.githubusercontent.com/propublica/compas-analysis/bafff5da3f2e45eca6c2d5055faad269defd135a/compas-scores-two-years.csv',
    publisher: 'ProPublica',
    bytes: 2_546_489,
    sha256: 'c451db85908b2f7fef1d83203bedf6b71ecda0d5af468d82ae62178f91d0cc7d',
    columns: [
      'age',
      'sex',
      'race',
      'juv_fel_count',
      'juv_misd_count',
      'juv_other_count',
      'priors_count',
      'c_charge_degree',
      'decile_score',
      'score_text',
      'two_year_recid',
    ],
    filters: [
      {
        literals: [
          { column: 'days_b_screening_arrest', op: '>', value: -31 },
          { column: 'days_b_screening_arrest', op: '≤', value: 30 },
        ],
        reason: 'scored within 30 days of the arrest: else it may be the wrong arrest',
      },
      { literals: [{ column: 'is_recid', op: '≠', value: -1 }], reason: 'a case was found for the score' },
      { literals: [{ column: 'c_charge_degree', op: '≠', value: 'O' }], reason: 'no ordinary traffic offences' },
      { literals: [{ column: 'score_text', op: '≠', value: 'N/A' }], reason: 'a score was given' },
    ],
  },
  row: { one: 'a person arrested', many: 'people arrested' },
  person: { one: 'person', many: 'people' },
  target: 'two_year_recid',
  positive: '1',
  yes: 'expected to be charged again',
  no: 'expected not to be charged again',
  protected: [
    {
      column: 'race',
      title: 'race',
      groups: [
        { name: 'Black people', literals: [{ column: 'race', op: '=', value: 'African-American' }] },
        { name: 'white people', literals: [{ column: 'race', op: '=', value: 'Caucasian' }] },
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
  ],
  leftOut: {
    race: 'protected',
    sex: 'protected',
    decile_score: 'the COMPAS score itself',
    score_text: 'the COMPAS score itself',
  },
  mining: { maxLength: 2, minSupport: '0.02', rules: 60, ranking: 'gain', balanced: false },
  lambda: '0.005',
  epsilon: '0.01',
  columns: {
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
    race: {
      title: 'Race',
      meaning: 'As the sheriff’s office has it.',
      conditions: { '=': '{v}' },
      portrait: { '=': '{v}' },
    },
    juv_fel_count: {
      title: 'Juvenile felonies',
      meaning: 'Felony charges as a juvenile.',
      conditions: {
        '≤0': 'no felony as a juvenile',
        '>0': 'a felony as a juvenile',
        '>': 'more than {v} juvenile felonies',
      },
    },
    juv_misd_count: {
      title: 'Juvenile misdemeanours',
      meaning: 'Misdemeanour charges as a juvenile.',
      conditions: { '≤0': 'no misdemeanour as a juvenile', '>0': 'a misdemeanour as a juvenile' },
    },
    juv_other_count: {
      title: 'Other juvenile charges',
      meaning: 'Other charges as a juvenile.',
      conditions: { '≤0': 'no other charge as a juvenile', '>0': 'another charge as a juvenile' },
    },
    priors_count: {
      title: 'Prior charges',
      meaning: 'Number of prior charges.',
      conditions: {
        '≤0': 'no prior charge',
        '>0': 'at least one prior charge',
        '≤1': 'at most one prior charge',
        '>1': 'more than one prior charge',
        '>': 'more than {v} prior charges',
        '≤': 'at most {v} prior charges',
      },
      portrait: { '=0': 'no prior charge', '=1': 'one prior charge', '=': '{v} prior charges' },
    },
    c_charge_degree: {
      title: 'Charge',
      meaning: 'Whether the present charge is a felony or a misdemeanour.',
      conditions: { '=F': 'charged with a felony', '=M': 'charged with a misdemeanour' },
      portrait: { '=F': 'a charge of felony', '=M': 'a charge of misdemeanour' },
    },
    decile_score: {
      title: 'COMPAS score',
      meaning: 'The COMPAS score for recidivism, from 1 to 10.',
      conditions: { '≤': 'a COMPAS score of at most {v}', '>': 'a COMPAS score above {v}' },
    },
    score_text: {
      title: 'COMPAS risk',
      meaning: 'The COMPAS score in words.',
      conditions: { '=': 'COMPAS says {v} risk', '≠': 'COMPAS does not say {v} risk' },
    },
    two_year_recid: {
      title: 'Charged again',
      meaning: 'Whether the person was charged with another crime within two years.',
      conditions: { '=1': 'charged again', '=0': 'not charged again' },
    },
  },
  portrait: { before: ['age', 'race', 'sex'], after: ['priors_count', 'c_charge_degree'] },
};
