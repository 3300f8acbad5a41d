import { t } from '@lingui/core/macro';
import { RotateCw, TriangleAlert } from 'lucide-react';
import { Button } from '../../components/button.js';
import { EmptyState } from '../../components/empty-state.js';
import { useDocumentTitle } from '../../lib/use-document-title.js';

/** How browsers say that a page's code could not be fetched: no network, or a newer version replaced it. */
const NOT_FETCHED = /dynamically imported module|Importing a module script failed|preload/i;

export function ErrorPage({ error }: { error: unknown }) {
  const notFetched = error instanceof Error && NOT_FETCHED.test(error.message);
  const title = notFetched ? t`This page did not load` : t`This page broke`;
  useDocumentTitle(title);
  return (
    <div role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={title}
        action={
          <Button icon={<RotateCw aria-hidden="true" />} onClick={() => window.location.reload()}>
            {t`Load it anew`}
          </Button>
        }
      >
        {notFetched
          ? t`The network is away, or Health-Connect was just renewed. Loading it anew usually helps.`
          : t`It is our fault, not yours. What was saved is safe. Loading it anew usually helps.`}
      </EmptyState>
    </div>
  );
}
