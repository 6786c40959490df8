import { usePage } from './page-context';

/** A number of a figure in the prose: the default's in the build, the current one while the figure is played with. */
export function Live({ figure, value }: { figure: string; value: string }) {
  const text = usePage().figures.get(figure)?.live[value];
  if (text === undefined) throw new Error(`figure "${figure}" has no live value "${value}"`);
  return (
    <span className="live" data-live={`${figure}.${value}`}>
      {text}
    </span>
  );
}
