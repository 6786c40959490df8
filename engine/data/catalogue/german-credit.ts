import type { Dataset } from './types';

export const germanCredit: Dataset = {
  slug: 'german-credit',
  file: 'german-credit.csv',
  provenance: 'german-credit.md',
  title: 'German credit',
  story: 'A South German bank granted 1,000 loans from 1973 to 1975; 300 turned out bad. Which ones?',
  caveat:
    'Most labels of the widely used file are wrong; these are the corrected ones (Grömping 2019). Sex cannot be recovered from it. Bad loans were over-sampled, and only people who got a loan are in it.',
  row: { one: 'a loan', many: 'loans' },
  person: { one: 'borrower', many: 'borrowers' },
  target: 'class',
  positive: 'bad',
  yes: 'called a bad risk',
  no: 'called a good risk',
  protected: [
    {
      column: 'age',
      title: 'age',
      groups: [
        { name: 'borrowers of 25 or younger', literals: [{ column: 'age', op: '≤', value: 25 }] },
        { name: 'borrowers over 25', literals: [{ column: 'age', op: '>', value: 25 }] },
      ],
    },
  ],
  leftOut: {
    age: 'protected: what the models do to the young is to be seen, not built in',
    personal_status: 'sex and marital status, mixed in one code',
    foreign_worker: 'nationality; only 37 foreign workers',
  },
  mining: { maxLength: 2, minSupport: '0.1', rules: 60, ranking: 'precision', balanced: true },
  lambda: '0.01',
  epsilon: '0.02',
  columns: {
    checking_status: {
      title: 'Checking account',
      meaning: "Balance of the borrower's checking account at this bank, in DM.",
      conditions: {
        '=none': 'no checking account',
        '=overdrawn': 'an overdrawn checking account',
        '=under 200 DM': 'less than 200 DM in the checking account',
        '=200 DM or more': 'at least 200 DM in the checking account',
      },
      portrait: {
        '=none': 'no checking account',
        '=overdrawn': 'an overdrawn checking account',
        '=under 200 DM': 'less than 200 DM in the checking account',
        '=200 DM or more': 'at least 200 DM in the checking account',
      },
    },
    duration: {
      title: 'Duration',
      meaning: 'Duration of the loan, in months.',
      conditions: { '>': 'a loan for more than {v} months', '≤': 'a loan for at most {v} months' },
      portrait: { '=': 'a loan for {v} months' },
    },
    credit_history: {
      title: 'Credit history',
      meaning: 'How earlier and other credits were paid.',
      conditions: {
        '=delays in the past': 'delays in past payments',
        '=critical account': 'a critical account or credits elsewhere',
        '=no credits or all paid back': 'no other credits, or all paid back',
        '=current credits paid so far': 'current credits paid so far',
        '=all credits here paid back': 'all credits at this bank paid back',
      },
      portrait: { '=delays in the past': 'delays in past payments', '=': '' },
    },
    purpose: {
      title: 'Purpose',
      meaning: 'What the loan is for.',
      conditions: { '=': 'a loan for: {v}' },
      portrait: { '=': 'the purpose “{v}”' },
    },
    credit_amount: {
      title: 'Amount',
      meaning: 'Amount of the loan in DM, after an unknown monotone transformation.',
      conditions: { '>': 'an amount above {v} DM', '≤': 'an amount of at most {v} DM' },
      portrait: { '=': 'an amount of {v} DM' },
    },
    savings_status: {
      title: 'Savings',
      meaning: 'Savings, in DM.',
      conditions: { '=none or unknown': 'no known savings', '=': 'savings of {v}' },
      portrait: { '=none or unknown': 'no known savings', '=': 'savings of {v}' },
    },
    employment: {
      title: 'Employment',
      meaning: 'Years with the present employer.',
      conditions: { '=unemployed': 'unemployed', '=': '{v} with the present employer' },
      portrait: { '=unemployed': 'no employment', '=': '{v} with the present employer' },
    },
    installment_commitment: {
      title: 'Instalment rate',
      meaning: 'Instalment as a share of income: 1 = 35% or more, 2 = 25 to 35%, 3 = 20 to 25%, 4 = under 20%.',
      conditions: {
        '≤1': 'instalments of at least 35% of income',
        '>1': 'instalments under 35% of income',
        '≤2': 'instalments of at least 25% of income',
        '>2': 'instalments under 25% of income',
        '≤3': 'instalments of at least 20% of income',
        '>3': 'instalments under 20% of income',
      },
    },
    personal_status: {
      title: 'Personal status',
      meaning: 'Sex and marital status, in part mixed: one code holds women who are not single and single men.',
      conditions: { '=': '{v}' },
    },
    other_parties: {
      title: 'Other parties',
      meaning: 'Another debtor or a guarantor.',
      conditions: {
        '=none': 'no guarantor or co-applicant',
        '=co-applicant': 'a co-applicant',
        '=guarantor': 'a guarantor',
      },
    },
    residence_since: {
      title: 'Residence',
      meaning: 'Years at the present address: 1 = under 1, 2 = 1 to 4, 3 = 4 to 7, 4 = 7 or more.',
      conditions: {
        '≤1': 'less than a year at the address',
        '>1': 'a year or more at the address',
        '≤2': 'less than 4 years at the address',
        '>2': '4 years or more at the address',
        '≤3': 'less than 7 years at the address',
        '>3': '7 years or more at the address',
      },
    },
    property_magnitude: {
      title: 'Property',
      meaning: 'The most valuable property.',
      conditions: {
        '=none or unknown': 'no known property',
        '=car or other': 'a car or the like as property',
        '=life insurance or building savings': 'life insurance or building savings as property',
        '=real estate': 'real estate as property',
      },
    },
    age: {
      title: 'Age',
      meaning: 'Age in years.',
      conditions: { '>': 'over {v} years old', '≤': 'at most {v} years old' },
      portrait: { '=': '{v}-year-old' },
    },
    other_payment_plans: {
      title: 'Other instalment plans',
      meaning: 'Instalment plans with others than this bank.',
      conditions: {
        '=none': 'no other instalment plans',
        '=bank': 'instalment plans at another bank',
        '=stores': 'instalment plans at stores',
      },
    },
    housing: {
      title: 'Housing',
      meaning: 'How the borrower lives.',
      conditions: { '=free': 'living rent-free', '=rent': 'living for rent', '=own': 'living in a home of their own' },
    },
    existing_credits: {
      title: 'Credits at this bank',
      meaning: 'Credits at this bank, this one included: 1 = one, 2 = two or three, 3 = four or five, 4 = six or more.',
      conditions: {
        '≤1': 'no earlier credit at this bank',
        '>1': 'earlier credits at this bank',
        '≤2': 'at most three credits at this bank',
        '>2': 'four or more credits at this bank',
        '≤3': 'at most five credits at this bank',
        '>3': 'six or more credits at this bank',
      },
    },
    job: {
      title: 'Job',
      meaning: 'Quality of the job.',
      conditions: {
        '=skilled': 'a skilled job',
        '=unskilled': 'an unskilled job',
        '=manager or self-employed or highly qualified': 'a manager, self-employed or highly qualified',
        '=unemployed or unskilled non-resident': 'unemployed, or unskilled and not resident',
      },
    },
    num_dependents: {
      title: 'Dependants',
      meaning: 'People whom the borrower must maintain.',
      conditions: { '=0 to 2': 'at most two dependants', '=3 or more': 'three or more dependants' },
    },
    own_telephone: {
      title: 'Telephone',
      meaning: "Whether there is a telephone line in the borrower's name.",
      conditions: { '=yes': 'a telephone', '=no': 'no telephone' },
    },
    foreign_worker: {
      title: 'Foreign worker',
      meaning: 'Whether the borrower is a foreign worker.',
      conditions: { '=yes': 'a foreign worker', '=no': 'not a foreign worker' },
    },
    class: {
      title: 'Risk',
      meaning: 'Whether the loan was repaid as agreed (good) or not (bad).',
      conditions: { '=bad': 'a bad risk', '=good': 'a good risk' },
    },
  },
  portrait: {
    before: ['age'],
    after: ['checking_status', 'duration', 'credit_amount', 'savings_status', 'employment', 'credit_history'],
  },
};
