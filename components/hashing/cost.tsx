import { percent } from '../charts/plot';

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
  const last = costs.length - 1;
  return (
    <div className="cost">
      <svg width="100%" height="26" aria-hidden="true">
        {costs.map((cost, i) => {
          const height = Math.max(1.5, (25 * Math.sqrt(cost)) / most);
          return (
            <line
              // biome-ignore lint/suspicious/noArrayIndexKey: column i stands under stop i
              key={i}
              className={i === at ? 'now' : undefined}
              x1={percent(i / last)}
              x2={percent(i / last)}
              y1="26"
              y2={26 - height}
            />
          );
        })}
      </svg>
      <p>{children}</p>
    </div>
  );
}
