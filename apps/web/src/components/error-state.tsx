import { t } from '@lingui/core/macro';
import { CloudOff, RotateCw } from 'lucide-react';
import { messageOf } from '../lib/api-error.js';
import { Button } from './button.js';
import { EmptyState } from './empty-state.js';

interface ErrorStateProps {
  /** What failed: "The list did not load". */
  title: string;
  /** Why; anything that was thrown. */
  error: unknown;
  onRetry?: () => void;
  retrying?: boolean;
  className?: string;
}

/** What failed, why, and one way to try again. */
export function ErrorState({ title, error, onRetry, retrying, className }: ErrorStateProps) {
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={CloudOff}
        title={title}
        action={
          onRetry && (
            <Button icon={<RotateCw />} busy={retrying} onClick={onRetry}>
              {t`Try again`}
            </Button>
          )
        }
      >
        {messageOf(error)}
      </EmptyState>
    </div>
  );
}
