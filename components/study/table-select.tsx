import { CATALOGUE } from '../../engine/data/catalogue';
import { Select } from '../controls/choice';

interface Props {
  value: string;
  onChange: (slug: string) => void;
}

const OPTIONS = CATALOGUE.map(({ slug, title }) => ({ value: slug, text: title }));

/** Which table: the same for all figures on good rule sets. */
export const TableSelect = ({ value, onChange }: Props) => (
  <Select label="Table" value={value} options={OPTIONS} onChange={onChange} />
);
