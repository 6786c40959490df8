interface Props {
  /** What every stop of the slider costs. */
  costs: readonly number[];
  /** The stop that the slider is at. */
  at: number;
  /** What the present choice costs, in words. */
  children: React.ReactNode;
}

/** Under a slider, what each of its stops costs, as columns; the present one stands out. */
export function Cost({ costs, at, children }: Props) {
  const most = Math.sqrt(Math.max(...costs));
  return (
    <div className="cost">
      <div className="columns" aria-hidden="true">
        {costs.map((cost, i) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: column i stands under stop i
            key={i}
            className={i === at ? 'now' : undefined}
            style={{ height: `${((100 * Math.sqrt(cost)) / most).toFixed(1)}%` }}
          />
        ))}
      </div>
      <p>{children}</p>
    </div>
  );
}
