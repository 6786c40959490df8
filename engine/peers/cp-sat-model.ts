import type { ConstraintModel } from './constraint-model';
import { Message } from './protobuf';

const not = (variable: number): number => -variable - 1;

const VARIABLE = { domain: 2 };
const CONSTRAINT = { boolOr: 3, linear: 12 };
const LINEAR = { vars: 1, coefficients: 2, domain: 3 };
const MODEL = { variables: 2, constraints: 3 };
const PARAMETERS = { maxSeconds: 36, seed: 31, enumerateAll: 87, workers: 206 };

const atLeastOne = (literals: readonly number[]): Message =>
  new Message().message(CONSTRAINT.boolOr, new Message().ints(1, literals));

/** The question as CP-SAT's `CpModelProto`: the rules are variables 0, 1, …, the groups follow. */
export function cpSatModel({ rules, groups, price, bound }: ConstraintModel): Uint8Array {
  const model = new Message();
  const variables = rules + groups.length;
  for (let v = 0; v < variables; v++) model.message(MODEL.variables, new Message().ints(VARIABLE.domain, [0, 1]));
  groups.forEach((group, i) => {
    const captured = rules + i;
    model.message(MODEL.constraints, atLeastOne([not(captured), ...group.rules]));
    for (const rule of group.rules) model.message(MODEL.constraints, atLeastOne([captured, not(rule)]));
  });
  const chosen = Array.from({ length: rules }, (_, rule) => rule);
  model.message(MODEL.constraints, atLeastOne(chosen));
  const least = groups.reduce((sum, { coefficient }) => sum + Math.min(0, coefficient), 0);
  const cost = new Message()
    .ints(LINEAR.vars, [...chosen, ...groups.map((_, i) => rules + i)])
    .ints(LINEAR.coefficients, [...chosen.map(() => price), ...groups.map(({ coefficient }) => coefficient)])
    .ints(LINEAR.domain, [Math.min(least, bound), bound]);
  return model.message(MODEL.constraints, new Message().message(CONSTRAINT.linear, cost)).finish();
}

export const CP_SAT_SEED = 1;

/** `SatParameters`: all solutions, one thread (several cannot enumerate), a limit in seconds. */
export const cpSatParameters = (maxSeconds: number): Uint8Array =>
  new Message()
    .double(PARAMETERS.maxSeconds, maxSeconds)
    .int(PARAMETERS.seed, CP_SAT_SEED)
    .int(PARAMETERS.enumerateAll, 1)
    .int(PARAMETERS.workers, 1)
    .finish();
