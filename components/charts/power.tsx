import { formatCount, scientific } from '../format';

/** A power of ten in a drawing: written out up to a million. The fonts have no small digits beyond ³, so the exponent is raised. */
export function PowerMark({ exponent }: { exponent: number }) {
  if (exponent < 7) return formatCount(10 ** exponent);
  return (
    <>
      10
      <tspan dy="-0.5em" fontSize="0.75em">
        {exponent}
      </tspan>
    </>
  );
}

/** A number given by its decimal logarithm, in text: "3,200", "4.1 × 10¹⁴". */
export function Power({ log10 }: { log10: number }) {
  if (log10 < 6) return formatCount(Math.round(10 ** log10));
  const { mantissa, exponent } = scientific(log10);
  return (
    <>
      {mantissa} × 10<sup>{exponent}</sup>
    </>
  );
}
