import { CATALOGUE } from '../../engine/data/catalogue';
import { Select } from '../controls/choice';

interface Props {
  value: string;
  onChange: (slug: string) => void;
}

const OPTIONS = CATALOGUE.map(({ slug, title }) => ({ value: slug, text: title }));

/** Which table: the same for all figures on good rule sets. */
export function TableSelect({ value, onChange }: Props) {
  // A choice that was made before the figure came alive is told again afterwards, when a link may have made it already.
  const change = (slug: string) => {
    if (slug !== value) onChange(slug);
  };
  return <Select label="Table" value={value} options={OPTIONS} onChange={change} />;
}
