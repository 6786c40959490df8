import type { ColumnWords, Dataset } from './types';

const TOPICS: Readonly<Record<string, string>> = {
  handicapped_infants: 'handicapped infants',
  water_project_cost_sharing: 'sharing the cost of water projects',
  adoption_of_budget_resolution: 'the budget resolution',
  physician_fee_freeze: "freezing physicians' fees",
  el_salvador_aid: 'aid to El Salvador',
  religious_groups_in_schools: 'religious groups in schools',
  anti_satellite_test_ban: 'a ban on anti-satellite tests',
  aid_to_nicaraguan_contras: 'aid to the Nicaraguan Contras',
  mx_missile: 'the MX missile',
  immigration: 'immigration',
  synfuels_corporation_cutback: 'cutting back the Synthetic Fuels Corporation',
  education_spending: 'education spending',
  superfund_right_to_sue: 'the right to sue under Superfund',
  crime: 'crime',
  duty_free_exports: 'duty-free exports',
  export_administration_act_south_africa: 'the Export Administration Act (South Africa)',
};

function vote(topic: string): ColumnWords {
  const conditions = {
    '=y': `yea on ${topic}`,
    '=n': `nay on ${topic}`,
    '=missing': `neither yea nor nay on ${topic}`,
  };
  return {
    title: topic[0].toUpperCase() + topic.slice(1),
    meaning: `Vote on ${topic}: y = voted, paired or announced for; n = against; missing = voted present or did not make a position known.`,
    conditions,
    portrait: conditions,
  };
}

export const houseVotes: Dataset = {
  slug: 'house-votes-84',
  file: 'house-votes-84.csv',
  provenance: 'house-votes-84.md',
  title: 'Congress, 1984',
  story:
    'Sixteen key votes of the 435 members of the United States House of Representatives in 1984: who is a Republican?',
  caveat: 'The parties of 1984 voted less apart than today; an absent vote is itself a choice, so it counts as one.',
  row: { one: 'a member', many: 'members' },
  person: { one: 'member of the House', many: 'members of the House' },
  target: 'party',
  positive: 'republican',
  yes: 'called a Republican',
  no: 'called a Democrat',
  protected: [],
  leftOut: {},
  mining: { maxLength: 2, minSupport: '0.05', rules: 50, ranking: 'precision', balanced: false, missing: true },
  lambda: '0.01',
  epsilon: '0.02',
  columns: {
    ...Object.fromEntries(Object.entries(TOPICS).map(([column, topic]) => [column, vote(topic)])),
    party: {
      title: 'Party',
      meaning: 'Party of the member.',
      conditions: { '=republican': 'a Republican', '=democrat': 'a Democrat' },
    },
  },
  portrait: {
    before: [],
    after: ['physician_fee_freeze', 'adoption_of_budget_resolution', 'el_salvador_aid', 'education_spending'],
  },
};
