import { RotateCw, TriangleAlert } from 'lucide-react';
import { Button } from '../../components/button.js';
import { EmptyState } from '../../components/empty-state.js';

/** How browsers say that a page's code could not be fetched: no network, or a newer version replaced it. */
const NOT_FETCHED = /dynamically imported module|Importing a module script failed|preload/i;

export function ErrorPage({ error }: { error: unknown }) {
  const notFetched = error instanceof Error && NOT_FETCHED.test(error.message);
  return (
    <div role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={notFetched ? 'This page did not load' : 'This page broke'}
        action={
          <Button icon={<RotateCw aria-hidden="true" />} onClick={() => window.location.reload()}>
            Load it anew
          </Button>
        }
      >
        {notFetched
          ? 'The network is away, or Health-Connect was just renewed. Loading it anew usually helps.'
          : 'It is our fault, not yours. What was saved is safe. Loading it anew usually helps.'}
      </EmptyState>
    </div>
  );
}
