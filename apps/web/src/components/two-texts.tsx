import { t } from '@lingui/core/macro';
import { GitCompareArrows } from 'lucide-react';
import { Button } from './button.js';
import { Notice } from './notice.js';
import { joinTexts } from '../lib/merge-texts.js';

interface TwoTextsProps {
  mine: string;
  theirs: string;
  onSettle: (text: string) => void;
}

/** The same text was changed in two places: both are shown, none is lost, and the doctor says what it becomes. */
export function TwoTexts({ mine, theirs, onSettle }: TwoTextsProps) {
  return (
    <Notice tone="wait" icon={GitCompareArrows} role="alert" title={t`This was changed in another window too`}>
      <p>{t`Nothing is saved over it. Choose, or write above what it should say and save that.`}</p>
      <div className="mt-1 grid gap-3 sm:grid-cols-2">
        <Version name={t`Written here`} text={mine} />
        <Version name={t`Saved elsewhere`} text={theirs} />
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button className="bg-surface-3!" onClick={() => onSettle(joinTexts(theirs, mine))}>
          {t`Keep both`}
        </Button>
        <Button variant="quiet" onClick={() => onSettle(mine)}>
          {t`Save what is here`}
        </Button>
        <Button variant="quiet" onClick={() => onSettle(theirs)}>
          {t`Take the other`}
        </Button>
      </div>
    </Notice>
  );
}

const Version = ({ name, text }: { name: string; text: string }) => (
  <div className="min-w-0">
    <p className="font-medium">{name}</p>
    <p dir="auto" className="mt-0.5 max-h-40 overflow-auto wrap-anywhere whitespace-pre-wrap text-muted">
      {text || t`(empty)`}
    </p>
  </div>
);
