import { t } from '@lingui/core/macro';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { Button } from '../../../components/button.js';

/** The next page of a list, while there is one. */
export function MoreButton({ list }: { list: UseInfiniteQueryResult }) {
  if (!list.hasNextPage) return null;
  return (
    <p className="mt-4 text-center">
      <Button busy={list.isFetchingNextPage} busyLabel={t`Loading more`} onClick={() => void list.fetchNextPage()}>
        {t`Show more`}
      </Button>
    </p>
  );
}
