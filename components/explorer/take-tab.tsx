import { useState } from 'react';
import { type Language, writeCode } from '../../engine/rules/code';
import { Segments } from '../controls/choice';
import { AllModels } from './all-models';
import { commandFor, leftOutOf } from './command';
import { writeEnglish } from './english';
import type { Exploration } from './exploration';
import { OWN } from './own-table';
import type { Settings } from './settings';
import type { View } from './view';

interface Props {
  exploration: Exploration;
  settings: Settings;
  view: View;
  /** Whether only some of the models are looked at. */
  narrowed: boolean;
}

type As = 'english' | Language;

const FORMS: readonly { value: As; text: string }[] = [
  { value: 'english', text: 'English' },
  { value: 'python', text: 'Python' },
  { value: 'javascript', text: 'JavaScript' },
  { value: 'sql', text: 'SQL' },
];

const MODELS = [
  { value: 'a', text: 'Model A' },
  { value: 'b', text: 'Model B' },
] as const;

/** A text that can be copied. */
function Copyable({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <div className="copyable">
      <button type="button" className="button" onClick={copy}>
        {copied ? 'Copied' : 'Copy'}
      </button>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is scrolled by keyboard */}
      <pre tabIndex={0} role="region" aria-label={label}>
        {text}
      </pre>
    </div>
  );
}

/** A model as code, and the count as a command: what one takes elsewhere. */
export function TakeTab({ exploration, settings, view, narrowed }: Props) {
  const [form, setForm] = useState<As>('english');
  const [which, setWhich] = useState<'a' | 'b'>('a');
  const { mined } = exploration.pool;
  const model = view.models?.[which === 'a' ? 0 : 1];
  const text = () => {
    if (!model) return '';
    if (form === 'english') return writeEnglish(model.words, view.answers);
    return writeCode(form, {
      rules: model.rules.map((j) => mined.rules[j].literals),
      target: mined.target,
      positive: mined.positive,
    });
  };
  const leftOut = leftOutOf(settings, exploration, narrowed);
  return (
    <div className="take">
      {model && (
        <>
          <div className="take-choice">
            <Segments label="Which" value={which} options={MODELS} onChange={setWhich} />
            <Segments label="As" value={form} options={FORMS} onChange={setForm} />
          </div>
          <Copyable text={text()} label="The model" />
        </>
      )}
      <p>The same count in a shell, with the code of this page:</p>
      <Copyable text={commandFor(settings, exploration)} label="The command" />
      {leftOut.length > 0 && <p className="figure-note">{leftOut.join(' ')}</p>}
      <AllModels exploration={exploration} settings={settings} view={view} />
      <p className="figure-note">
        The {view.complete ? 'models' : 'models drawn'} as CSV or JSON, and the picture, are under <em>Data</em> at the
        top; <em>Share</em> gives a link to all this.{' '}
        {settings.dataset.slug === OWN && 'The link holds the settings and a fingerprint of your table, not the table.'}
      </p>
    </div>
  );
}
