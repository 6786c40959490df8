import type { Dataset } from './types';

export const hmda: Dataset = {
  slug: 'hmda',
  file: 'hmda.csv',
  provenance: 'hmda.md',
  title: 'Mortgages in Boston',
  story: 'Records of 2,380 applications for a mortgage in and around Boston, 1990; 285 were denied.',
  caveat:
    'The label is what lenders decided, not who would have paid back: a model that fits it well repeats their decisions, unfair ones included.',
  row: { one: 'an application', many: 'applications' },
  person: { one: 'applicant', many: 'applicants' },
  target: 'deny',
  positive: 'yes',
  yes: 'denied',
  no: 'approved',
  protected: [
    {
      column: 'afam',
      title: 'race',
      groups: [
        { name: 'Black applicants', literals: [{ column: 'afam', op: '=', value: 'yes' }] },
        { name: 'other applicants', literals: [{ column: 'afam', op: '=', value: 'no' }] },
      ],
    },
    {
      column: 'single',
      title: 'marital status',
      groups: [
        { name: 'unmarried applicants', literals: [{ column: 'single', op: '=', value: 'yes' }] },
        { name: 'other applicants', literals: [{ column: 'single', op: '=', value: 'no' }] },
      ],
    },
  ],
  leftOut: {
    afam: 'race: the law forbids lenders to use it',
    single: 'marital status: the law forbids lenders to use it',
    insurance:
      'the verdict of a mortgage insurer on the same application: nearly all whom it denied (44 of 48) were denied the loan',
    hschool: 'all but 39 applicants have a diploma',
  },
  mining: {
    maxLength: 2,
    minSupport: '0.05',
    rules: 60,
    ranking: 'precision',
    balanced: true,
    // 80% is where lenders begin to ask for mortgage insurance; the other cuts are quartiles.
    bins: { lvrat: { kind: 'points', at: [0.6, 0.8, 0.9] } },
  },
  lambda: '0.01',
  epsilon: '0.02',
  columns: {
    pirat: {
      title: 'Payments to income',
      meaning: 'Monthly payments on all debts as a share of monthly income.',
      conditions: { '>': 'debt payments above {%}% of income', '≤': 'debt payments of at most {%}% of income' },
      portrait: { '=': 'debt payments of {about %}% of income' },
    },
    hirat: {
      title: 'Housing costs to income',
      meaning: 'Monthly housing expenses as a share of monthly income.',
      conditions: { '>': 'housing costs above {%}% of income', '≤': 'housing costs of at most {%}% of income' },
      portrait: { '=': 'housing costs of {about %}% of income' },
    },
    lvrat: {
      title: 'Loan to value',
      meaning: "The loan as a share of the home's assessed value.",
      conditions: {
        '>': "a loan above {%}% of the home's value",
        '≤': "a loan of at most {%}% of the home's value",
      },
      portrait: { '=': "a loan of {about %}% of the home's value" },
    },
    chist: {
      title: 'Consumer credit',
      meaning:
        'Score of consumer payments: 1 no slow payments, 2 one or two, 3 more than two, 4 too little history, 5 payments 60 days overdue, 6 payments 90 days overdue.',
      conditions: {
        '≤1': 'no slow payments',
        '>1': 'slow payments or worse',
        '≤2': 'at most two slow payments',
        '>2': 'more than two slow payments or worse',
        '≤3': 'slow payments at worst',
        '>3': 'payments long overdue or too little credit history',
        '≤4': 'no payments long overdue',
        '>4': 'payments at least 60 days overdue',
        '≤5': 'no payments 90 days overdue',
        '>5': 'payments 90 days overdue',
      },
      portrait: {
        '=1': 'no slow payments',
        '=2': 'one or two slow payments',
        '=3': 'more than two slow payments',
        '=4': 'too little credit history',
        '=5': 'payments 60 days overdue',
        '=6': 'payments 90 days overdue',
      },
    },
    mhist: {
      title: 'Mortgage history',
      meaning:
        'Score of mortgage payments: 1 no late payments, 2 no mortgage history, 3 one or two late payments, 4 more than two.',
      conditions: {
        '≤1': 'an earlier mortgage without late payments',
        '>1': 'no record of a mortgage paid on time',
        '≤2': 'no late mortgage payments',
        '>2': 'late mortgage payments',
        '≤3': 'at most two late mortgage payments',
        '>3': 'more than two late mortgage payments',
      },
      portrait: {
        '=1': 'an earlier mortgage without late payments',
        '=2': 'no mortgage history',
        '=3': 'one or two late mortgage payments',
        '=4': 'more than two late mortgage payments',
      },
    },
    phist: {
      title: 'Public record',
      meaning: 'Whether there is a public record of bad credit, such as a bankruptcy.',
      conditions: { '=yes': 'a public record of bad credit', '=no': 'no public record of bad credit' },
      portrait: { '=yes': 'a public record of bad credit', '=no': 'no public record of bad credit' },
    },
    unemp: {
      title: 'Unemployment in the industry',
      meaning: "Unemployment rate of 1989 in Massachusetts in the applicant's industry, in per cent.",
      conditions: {
        '>': 'work in an industry with unemployment above {v}%',
        '≤': 'work in an industry with unemployment of at most {v}%',
      },
      portrait: { '=': 'an industry with {v}% unemployment' },
    },
    selfemp: {
      title: 'Self-employed',
      meaning: 'Whether the applicant is self-employed.',
      conditions: { '=yes': 'self-employed', '=no': 'not self-employed' },
      portrait: { '=yes': 'self-employed', '=no': '' },
    },
    insurance: {
      title: 'Mortgage insurance denied',
      meaning: 'Whether the applicant asked for mortgage insurance and was denied it.',
      conditions: { '=yes': 'mortgage insurance denied', '=no': 'mortgage insurance not denied' },
      portrait: { '=yes': 'mortgage insurance denied', '=no': '' },
    },
    condomin: {
      title: 'Condominium',
      meaning: 'Whether the home is a condominium.',
      conditions: { '=yes': 'a condominium', '=no': 'not a condominium' },
      portrait: { '=yes': 'a condominium in view', '=no': '' },
    },
    single: {
      title: 'Single',
      meaning: 'Whether the applicant is single.',
      conditions: { '=yes': 'unmarried', '=no': 'not unmarried' },
      portrait: { '=yes': 'unmarried', '=no': '' },
    },
    hschool: {
      title: 'High-school diploma',
      meaning: 'Whether the applicant has a high-school diploma.',
      conditions: { '=yes': 'a high-school diploma', '=no': 'no high-school diploma' },
      portrait: { '=yes': '', '=no': 'no high-school diploma' },
    },
    afam: {
      title: 'African American',
      meaning: 'Whether the applicant is African American.',
      conditions: { '=yes': 'Black', '=no': 'not Black' },
      portrait: { '=yes': 'Black', '=no': '' },
    },
    deny: {
      title: 'Denied',
      meaning: 'Whether the mortgage was denied.',
      conditions: { '=yes': 'denied', '=no': 'approved' },
    },
  },
  portrait: { before: ['single', 'selfemp', 'afam'], after: ['pirat', 'lvrat', 'chist', 'mhist', 'phist'] },
};
