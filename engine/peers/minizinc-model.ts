import type { ConstraintModel } from './constraint-model';

/** The question in MiniZinc. Solvers print every solution once, so what they print must tell solutions apart: the rules. */
export function minizincModel({ rules, groups, price, bound }: ConstraintModel): string {
  const captured = groups.map(
    (group, i) => `var bool: c${i} = exists([${group.rules.map((rule) => `x[${rule + 1}]`).join(', ')}]);`,
  );
  const terms = groups.map(({ coefficient }, i) => `${coefficient} * c${i}`);
  return [
    `array[1..${rules}] of var bool: x;`,
    ...captured,
    `constraint ${[`${price} * sum(x)`, ...terms].join(' + ')} <= ${bound};`,
    'constraint exists(x);',
    'solve satisfy;',
    'output [show(x)];',
    '',
  ].join('\n');
}
